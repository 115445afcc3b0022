using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Etudes.Engine;

/// <summary>What a kata promises in one sentence of its contract, or in one line of its statement or hints.</summary>
/// <param name="Id">Largest.k.2 is the second sentence about the parameter k, Constraints.3 the third line. A sentence keeps its id
/// when it is worded anew.</param>
public sealed partial record Promise(string Id, string Text)
{
    /// <summary>All promises of a kata, in the order in which they are read.</summary>
    public static IReadOnlyList<Promise> Of(JudgedKata kata)
    {
        string Text(string file) => File.ReadAllText(Repository.Full(kata.Part("Katas", $"{kata.Name}/{file}"))).ReplaceLineEndings("\n");
        return
        [
            .. OfContract(Text($"{kata.Name}.Contract.cs")),
            .. OfSection("Constraints", Text("README.md")),
            .. OfSection("Target", Text("HINTS.md")),
        ];
    }

    /// <summary>Where the promise stands, in words: Largest, k of Largest, Constraints.</summary>
    public static string PlaceOf(string id) => id.Split('.') switch
    {
        [var section, _] => section,
        [.. var member, "summary" or "returns" or "exception" or "typeparam" or "remarks", _] => string.Join('.', member),
        [.. var member, var parameter, _] => $"{parameter} of {string.Join('.', member)}",
        _ => id,
    };

    /// <summary>A line is a list item; without a list, a sentence.</summary>
    private static IEnumerable<Promise> OfSection(string section, string text)
    {
        string body = text.Split($"## {section}\n")[1].Split("\n## ")[0].Trim();
        var lines = body.StartsWith("- ") ? body[2..].Split("\n- ").Select(OneLine) : Sentences(body);
        return Numbered(section, lines);
    }

    /// <summary>Each comment with the member below it; of an interface the name of its kata or part: TopKByOrder.</summary>
    private static IEnumerable<Promise> OfContract(string text)
    {
        HashSet<string> named = [];
        string type = "";
        foreach (Match documented in Documented().Matches(text))
        {
            string name = documented.Groups["name"].Value;
            if (documented.Groups["type"].Success) name = type = documented.Groups["type"].Value;
            if (!named.Add(name)) named.Add(name = $"{type}.{name}"); // a second interface has it too
            var docs = XElement.Parse($"<docs>{Marker().Replace(documented.Groups["docs"].Value, " ")}</docs>", LoadOptions.PreserveWhitespace);
            foreach (var tag in docs.Elements().GroupBy(TagOf))
                foreach (var promise in Numbered($"{name}.{tag.Key}", tag.SelectMany(element => Sentences(TextOf(element))))) yield return promise;
        }
    }

    /// <summary>A parameter is known by its name, all else by its tag.</summary>
    private static string TagOf(XElement element) => element.Attribute("name")?.Value ?? element.Name.LocalName;

    private static string TextOf(XElement element)
    {
        string exception = element.Attribute("cref") is { } type ? $"{type.Value}: " : "";
        return exception + string.Concat(element.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { IsEmpty: true } reference => reference.FirstAttribute!.Value, // it says no more than its name
            _ => "",
        }));
    }

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(OneLine(text)).Where(sentence => sentence.Length > 0);

    private static IEnumerable<Promise> Numbered(string name, IEnumerable<string> texts) => texts.Select((text, i) => new Promise($"{name}.{i + 1}", text));

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"(?<docs>(^\s*///.*\n)+)\s*(public )?(interface I(?<type>\w+)|.*?\b(?<name>\w+)(<\w+>)?(\(\(?\w| \{|\(\)))", RegexOptions.Multiline)]
    private static partial Regex Documented();

    [GeneratedRegex(@"^\s*///", RegexOptions.Multiline)]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}$`\d(])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
