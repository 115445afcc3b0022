using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Etudes.Gates;

/// <summary>Gate 4: each kata has its nine parts, each statement and its hints their sections, each answer its header, and pastes alone.</summary>
public abstract class PartsGate<TJudge>
{
    private const int FewestMistakes = 4;
    private const int LongestAnswer = 100; // without a reason
    private const string OlderReference = "CS1701"; // TorchSharp was built against an older base library
    private static readonly string[] s_sections = ["## Example", "## Constraints", "## Source"];
    private static readonly string[] s_hintSections = ["## Idea", "## Hints", "## Follow-ups", "## Target", "## Also asked as", "## A common mistake"];
    private static readonly (string Section, int Fewest, int ShortestText, int LongestText)[] s_folded = [("## Hints", 2, 1, 8), ("## Follow-ups", 2, 3, 8)];

    private static readonly string? s_baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static string Text(string path) => File.ReadAllText(Repository.Full(path));

    public static TheoryData<string> Katas => new(KatasOf<TJudge>.Assembly.Katas.Select(kata => kata.Name));
    public static TheoryData<string> AnswerFiles => new(Answers);

    /// <summary>The files of answers, from the repository's root.</summary>
    private static IEnumerable<string> Answers => Directory.EnumerateFiles(Repository.Full(Path.Combine(KatasOf<TJudge>.Assembly.Rooms, "Solutions")), "*.cs", SearchOption.AllDirectories)
        .Select(Repository.Relative).Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && !file.EndsWith("/Conformance.cs")).Order();

    [Theory]
    [MemberData(nameof(Katas))]
    public void A_kata_has_its_nine_parts(string name)
    {
        var kata = KatasOf<TJudge>.Assembly.Named(name);
        string[] parts =
        [
            kata.Part("Katas", $"{name}/README.md"), kata.Part("Katas", $"{name}/HINTS.md"), kata.Part("Katas", $"{name}/{name}.Contract.cs"), kata.Part("Katas", $"{name}/{name}.cs"),
            kata.Part("Solutions", $"{name}.cs"), kata.Part("Properties", $"{name}Properties.cs"), kata.Part("Properties", $"{name}Mistakes.cs"),
            kata.Part("Benchmarks", $"{name}Benchmark.cs"), kata.Part("Katas", $"{name}/counterexample.svg"),
        ];
        Assert.All(parts, part => Assert.True(File.Exists(Repository.Full(part)), $"{part} is missing"));
        Assert.True(kata.Mistakes.Count() >= FewestMistakes, $"{name} has {kata.Mistakes.Count()} mistakes");
        Assert.Contains(kata.Bindings, binding => Law.SubjectOf(binding).PlainName == name);
        Assert.Contains($"]({parts[0]})", Text("README.md"));
    }

    [Theory]
    [MemberData(nameof(Katas))]
    public void A_statement_has_its_sections(string name)
    {
        var lines = Text(KatasOf<TJudge>.Assembly.Named(name).Part("Katas", $"{name}/README.md")).Split('\n');
        Assert.StartsWith("# ", lines[0]);
        Assert.Matches(@"^\*Level [123] · \d+ minutes · builds on .+\*$", lines[2]);
        Assert.Equal(s_sections, lines.Where(line => line.StartsWith("## ")));
        Assert.DoesNotContain(lines, line => line.StartsWith("<details>"));
    }

    /// <summary>Hints and follow-ups are folded, so that one sees a question before its answer.</summary>
    [Theory]
    [MemberData(nameof(Katas))]
    public void The_hints_have_their_sections(string name)
    {
        string statement = Text(KatasOf<TJudge>.Assembly.Named(name).Part("Katas", $"{name}/README.md"));
        string hints = Text(KatasOf<TJudge>.Assembly.Named(name).Part("Katas", $"{name}/HINTS.md"));
        Assert.StartsWith($"{statement.Split('\n')[0]}: hints\n", hints);
        Assert.Equal(s_hintSections, hints.Split('\n').Where(line => line.StartsWith("## ")));
        foreach (var (section, fewest, shortest, longest) in s_folded)
        {
            string text = hints.Split($"{section}\n")[1].Split("\n## ")[0];
            var folded = Regex.Matches(text, @"<details><summary>(.+?)</summary>\n\n(.+?)\n\n</details>\n", RegexOptions.Singleline);
            Assert.True(folded.Count >= fewest, $"{section} of {name} has {folded.Count} folded texts");
            Assert.Equal(folded.Count, text.Split("<details>").Length - 1);
            Assert.All(folded, fold => Assert.InRange(fold.Groups[2].Value.Split('\n').Count(line => line.Length > 0), shortest, longest));
        }
    }

    [Theory]
    [MemberData(nameof(AnswerFiles))]
    public void An_answer_has_its_header(string file)
    {
        string text = Text(file);
        Assert.All(["/// <summary>", "Time: ", "Space: ", "Source: "], part => Assert.Contains(part, text));
        if (text.Count(character => character == '\n') > LongestAnswer) Assert.Contains($"over {LongestAnswer} lines since", text);
    }

    /// <summary>Compiled alone, as C# 13, without implicit usings, against the base library (and TorchSharp where it is there).</summary>
    [Theory]
    [MemberData(nameof(AnswerFiles))]
    public void An_answer_pastes_with_what_it_says_it_needs(string file)
    {
        var trees = WithNeeds(file).Distinct()
            .Select(path => CSharpSyntaxTree.ParseText(Text(path), new CSharpParseOptions(LanguageVersion.CSharp13), path));
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == s_baseLibrary || Path.GetFileName(path) == "TorchSharp.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var pasted = CSharpCompilation.Create("Pasted", trees, platform, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(pasted.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != OlderReference));
    }

    private static IEnumerable<string> WithNeeds(string file) =>
        Regex.Match(Text(file), @"Needs: ([\w, ]+)").Groups[1].Value
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(name => WithNeeds(Answers.Single(answer => answer.EndsWith($"/{name}.cs"))))
            .Append(file);
}
