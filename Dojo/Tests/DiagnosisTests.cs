using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>
/// A wrong answer is told which known mistake it behaves like: each mistake of the galleries, pasted into the stub, and wrong
/// answers that were written without a look at the galleries. Minutes; so only where KATA_DIAGNOSES=1 asks for it.
/// </summary>
public sealed partial class DiagnosisTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private sealed class DiagnosesFactAttribute : FactAttribute
    {
        public DiagnosesFactAttribute() => Skip = Environment.GetEnvironmentVariable("KATA_DIAGNOSES") == "1" ? null : "takes minutes: KATA_DIAGNOSES=1 runs it";
    }

    /// <summary>Of a hundred independent wrong answers, how many must be told the right mistake.</summary>
    private const int Right = 80;

    private static string Full(string path) => Path.Combine(LawName.Root, path);

    [DiagnosesFact]
    public async Task Every_mistake_of_the_galleries_is_recognised()
    {
        using var bench = new HostileTests.Bench();
        List<string> wrong = [];
        int tried = 0;
        foreach (var kata in Kata.All.Where(kata => kata.House == House.Main))
        {
            string gallery = File.ReadAllText(Full($"Properties/{kata.Track}/{kata.Name}Mistakes.cs"));
            foreach (Match mistake in MistakePattern().Matches(gallery))
            {
                string name = mistake.Groups[1].Value;
                var check = await Judge(bench, kata, Pasted(kata, gallery, name));
                tried++;
                if (check.Diagnosis?.Mistake != name) wrong.Add($"{kata.Name}/{name} is taken for {check.Diagnosis?.Mistake ?? "none"}: {check.State} {string.Join("; ", check.Obstacles.Concat(check.Failures.Select(failure => failure.Law)))}");
            }
        }
        foreach (string line in wrong) output.WriteLine(line);
        output.WriteLine($"{tried - wrong.Count} of {tried} recognised");
        Assert.Empty(wrong);
    }

    [DiagnosesFact]
    public async Task Most_independent_wrong_answers_are_told_their_mistake()
    {
        using var bench = new HostileTests.Bench();
        int right = 0, tried = 0;
        foreach (string line in File.ReadLines(Full("Dojo/Tests/WrongAnswers/labels.tsv")))
        {
            if (line.Split('\t') is not [var file, var mistake, ..] || mistake == "none") continue;
            var kata = Kata.All.Single(kata => kata.Name == Path.GetFileName(Path.GetDirectoryName(file)));
            var check = await Judge(bench, kata, [File.ReadAllText(Full(Path.Combine("Dojo/Tests/WrongAnswers", file)))]);
            tried++;
            if (check.Diagnosis?.Mistake == mistake) right++;
            else output.WriteLine($"{file} is {mistake}, taken for {check.Diagnosis?.Mistake ?? "none"}: {check.State} {string.Join("; ", check.Obstacles.Concat(check.Failures.Select(failure => failure.Law)))}");
        }
        output.WriteLine($"{right} of {tried} told rightly");
        Assert.True(right * 100 >= Right * tried, $"{right} of {tried}");
    }

    private static async Task<Check> Judge(HostileTests.Bench bench, Kata kata, string[] texts)
    {
        var check = new Check(kata, _ => { });
        await check.Judge(bench.Compiler.Compile(kata, texts), bench.Examiner, 1, null, default);
        return check;
    }

    /// <summary>The gallery with one mistake under the stub's name, and the answers that it builds on.</summary>
    private static string[] Pasted(Kata kata, string gallery, string mistake)
    {
        string text = AttributePattern().Replace(gallery, "");
        bool generic = gallery.Contains($"{mistake}<T>") is false && Regex.IsMatch(File.ReadAllText(Full(kata.Contract)), $@"interface I{kata.Name}<\w+, T>");
        text = Regex.Replace(text, $@"\b{mistake}\b", generic ? $"{kata.Name}<T>" : kata.Name).Replace($"public {kata.Name}<T>(", $"public {kata.Name}(");
        var others = Directory.EnumerateFiles(Full($"Solutions/{kata.Track}"), "*.cs")
            .Where(file => Path.GetFileName(file) != $"{kata.Name}.cs" && Path.GetFileName(file) != "Conformance.cs");
        if (kata.Track == "Graph") others = others.Append(Full("Properties/Graph/FaultyForest.cs"));
        return [$"global using static Etudes.{kata.Track}.{kata.Name}Mistakes;\n{text}", .. others.Select(File.ReadAllText)];
    }

    [GeneratedRegex(@"\[CaughtBy\([\s\S]*?\)\]\s*\[Advice\([\s\S]*?\)\]\s*public (?:sealed |abstract )*class (\w+)")]
    private static partial Regex MistakePattern();

    [GeneratedRegex(@"\[(CaughtBy|Advice)\([\s\S]*?\)\]\r?\n")]
    private static partial Regex AttributePattern();
}
