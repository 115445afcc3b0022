using System.Text.RegularExpressions;

namespace Etudes.Engine;

/// <summary>What a line of a verdict says, for whoever colours it.</summary>
public enum LineKind { Title, Input, Sentence, Place, Remark, Printed, Again, NotWritten, More, Statement }

/// <summary>What it quotes of an answer does nothing to a terminal.</summary>
public sealed record VerdictLine(LineKind Kind, string Text)
{
    public string Text { get; } = Show.Printable(Text);
}

/// <summary>
/// Lays out the failed laws of one kata as a learner reads them. The first three that are broken
/// are told whole, without those that repeat what was told. Then come a line for how many more are
/// broken, one for each reason why some were not judged, and one for where the hints are.
/// </summary>
public sealed partial class VerdictLines
{
    /// <summary>How many broken laws are told whole: the first ones are the ones to mend.</summary>
    private const int Told = 3;
    private const int PrintedLines = 3;

    private readonly List<Verdict> _notJudged = [];
    private readonly HashSet<string> _reasons = [];
    private string? _statement;
    private int _broken, _told;

    /// <summary>The lines of one verdict, each with a blank before it; the hints' path last.</summary>
    public static IEnumerable<VerdictLine> Of(Verdict verdict)
    {
        if (verdict.Outcome == Outcome.NotWritten) yield return new(LineKind.NotWritten, $" {verdict.Sentence}");
        if (verdict.Outcome == Outcome.NotRun) yield return new(LineKind.More, $" {verdict.Sentence}");
        if (!verdict.IsFailure) yield break;
        if (verdict.Arguments.Count > 0)
            yield return new(LineKind.Input, $" {string.Join(", ", verdict.Arguments.Select(argument => $"{argument.Name} = {argument.Text}"))}");
        yield return new(LineKind.Sentence, $" {verdict.Sentence}");
        if (verdict.Place is not null) yield return new(LineKind.Place, $" in {verdict.Place}");
        foreach (string remark in verdict.Remarks) yield return new(LineKind.Remark, $" {remark}");
        if (verdict.Again is not null) yield return new(LineKind.Again, $" again: {verdict.Again}");
        foreach (string line in verdict.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(PrintedLines))
            yield return new(LineKind.Printed, $" it printed: {line}");
        if (verdict.Statement is not null) yield return Stuck(verdict.Statement);
    }

    /// <summary>The lines for one more failed law; no line where it is only counted.</summary>
    public IEnumerable<VerdictLine> Add(Verdict verdict)
    {
        if (!verdict.IsFailure)
        {
            _notJudged.Add(verdict);
            return [];
        }
        _statement ??= verdict.Statement; // once per kata is enough
        _broken++;
        VerdictLine[] lines = [.. Of(verdict with { Statement = null })];
        if (_told == Told || ReasonOf(lines) is { } reason && !_reasons.Add(reason)) return [];
        _told++;
        return lines.Prepend(new(LineKind.Title, $"Failed {verdict.Law}"));
    }

    /// <summary>The lines below the broken laws.</summary>
    public IEnumerable<VerdictLine> End()
    {
        if (_broken > _told) yield return new(LineKind.More, $"{Laws(_broken - _told)} broken; mend these first");
        foreach (var reason in _notJudged.GroupBy(verdict => verdict.Sentence)) yield return new(LineKind.More, $"{Laws(reason.Count())} {reason.Key}");
        if (_statement is not null) yield return Stuck(_statement);
    }

    /// <summary>
    /// What two verdicts have in common that tell the same: the exception and its line, or the input and what was expected and
    /// given. Read from the lines, since dotnet test has nothing else.
    /// </summary>
    private static string? ReasonOf(VerdictLine[] lines)
    {
        string text = string.Join('\n', lines.Select(line => line.Text));
        return Thrown().Match(text) is { Success: true } thrown ? $"{thrown.Groups["what"]}\n{thrown.Groups["place"]}"
            : Differing().Match(text) is { Success: true } differing ? $"{differing.Groups["input"]}\n{differing.Groups["values"]}"
            : null;
    }

    [GeneratedRegex(@"^ (?<what>[^:\n]+).*\n in (?<place>.+)$", RegexOptions.Multiline)]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\A (?<input>.+)\n .+? (?<values>should be .+ but is .+)$", RegexOptions.Multiline)]
    private static partial Regex Differing();

    /// <summary>The hints lie beside the statement.</summary>
    private static VerdictLine Stuck(string statement) => new(LineKind.Statement, $" stuck? {statement.Replace("README.md", "HINTS.md")}");

    private static string Laws(int count) => Show.Count(count, "more law");
}
