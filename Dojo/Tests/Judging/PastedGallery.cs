using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>The mistakes of a kata's gallery, each pasted into the place of the stub.</summary>
internal sealed partial class PastedGallery(Kata kata)
{
    private readonly string _text = File.ReadAllText(Repository.Full(Path.Combine(kata.Judge.Project, kata.Track, $"{kata.Name}Mistakes.cs")));

    public IEnumerable<string> Mistakes => MistakePattern().Matches(_text).Select(mistake => mistake.Groups[1].Value);

    /// <summary>
    /// The gallery with one mistake under the stub's name, and the answers that it builds on.
    /// </summary>
    public string[] Stub(string mistake)
    {
        bool generic = File.ReadAllText(Repository.Full(kata.Answer)).Contains($"class {kata.Name}<T>");
        string own = $"{kata.Name}Answer"; // some mistakes call the answer, and the stub has its name
        string gallery = Regex.Replace(AttributePattern().Replace(_text, ""), $@"(?<![\w.]){kata.Name}(?=\.\w)", own);
        string text = Regex.Replace(gallery, $@"\b{mistake}\b", generic ? $"{kata.Name}<T>" : kata.Name);
        List<string> texts = [$"global using static Etudes.{kata.TrackName}.{kata.Name}Mistakes;\n{Regex.Replace(text, $@"(public|private) {kata.Name}<T>\(", $"$1 {kata.Name}(")}"];
        if (text.Contains(own)) texts.Add(Regex.Replace(File.ReadAllText(Repository.Full(kata.Answer)), $@"\b{kata.Name}\b", own));
        List<string> others = [.. Directory.EnumerateFiles(Path.GetDirectoryName(Repository.Full(kata.Answer))!, "*.cs").Concat(Directory.EnumerateFiles(Repository.Full(Path.Combine(kata.Judge.Project, kata.Track)), "*.cs").Where(file => SharedPattern().IsMatch(file)))
            .Where(file => Path.GetFileName(file) != $"{kata.Name}.cs")];
        for (int i = 0; i < texts.Count; i++)
            foreach (string file in others.Where(file => Regex.IsMatch(texts[i], $@"\b{Path.GetFileNameWithoutExtension(file)}(Scan)?\b")).ToArray())
            {
                others.Remove(file);
                texts.Add(File.ReadAllText(file));
            }
        return [.. texts];
    }

    /// <summary>FaultyForest, SpoiltForest, RegionFaults: what galleries share.</summary>
    [GeneratedRegex(@"(Forest|Faults)\.cs$")]
    private static partial Regex SharedPattern();

    [GeneratedRegex(@"\[CaughtBy\([\s\S]*?\)\]\s*\[Breaks\([\s\S]*?\)\]\s*\[Advice\([\s\S]*?\)\]\s*public (?:sealed |abstract )*class (\w+)")]
    private static partial Regex MistakePattern();

    [GeneratedRegex(@"\[(CaughtBy|Breaks|Advice|Untestable)\([\s\S]*?\)\]\r?\n")]
    private static partial Regex AttributePattern();
}
