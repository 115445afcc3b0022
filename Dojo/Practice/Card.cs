using System.Text;

namespace Etudes.Dojo;

/// <summary>What an interview came to, on one page of Markdown: what was measured, and a rubric.</summary>
internal static class Card
{
    private static readonly string[] s_levels = ["", "not there yet", "shaky", "good", "strong"];

    /// <summary>What each level of a dimension means, from 4, the best, to 1.</summary>
    private static readonly (string Dimension, string[] Levels)[] s_rubric =
    [
        ("Communication", ["said each step and its reason before it was written, and asked what was open", "said most of it, sometimes only when asked", "was hard to follow in places, or asked little", "wrote in silence"]),
        ("Problem solving", ["weighed several ways, said their costs rightly, and had time for follow-ups", "found a good way with little help, and said its cost", "needed hints for the way, or missed its cost", "found no way that works"]),
        ("Technical competency", ["right within the time, at once or nearly so", "right within the time, after a few checks", "right after the time, or close to it", "far from right"]),
        ("Testing", ["own examples catch most known mistakes", "own examples catch a good part of them", "own examples catch few of them", "no example before the first check"]),
    ];

    public static string Of(InterviewState interview, Kata kata)
    {
        var text = new StringBuilder($"# Interview: {kata.Name}\n\n{interview.Began.LocalDateTime:yyyy-MM-dd HH:mm}, {interview.Minutes} min; {Time(interview.Spent)} spent\n\n| | |\n|---|---|\n");
        foreach (var (what, value) in Measured(interview)) text.Append($"| {what} | {value} |\n");
        if (interview.Costs.Count > 0) text.Append("\n## Costs\n\n| Of | Said | To reach | |\n|---|---|---|---|\n");
        foreach (var cost in interview.Costs) text.Append($"| {cost.What} | {Cell(cost.Said)} | {cost.Target} | {(cost.IsMet ? "right" : "not the same")} |\n");
        text.Append("\n## Rubric\n\n| | Level | What that means |\n|---|---|---|\n");
        int[] levels = [interview.Communication, interview.ProblemSolving, Technical(interview), Testing(interview)];
        foreach (var ((dimension, words), level) in s_rubric.Zip(levels))
            text.Append(level == 0 ? $"| {dimension} | not said | |\n" : $"| {dimension} | {level} of 4, {s_levels[level]} | {words[4 - level]} |\n");
        text.Append("\nTechnical competency and testing are measured; the other two are yours or your interviewer's to say.\n");
        return text.ToString();
    }

    public static IReadOnlyList<string> Dimensions { get; } = [.. s_rubric.Select(row => row.Dimension)];

    /// <summary>The levels of one dimension, the best first, to choose from.</summary>
    public static IEnumerable<string> Levels(int dimension) => s_rubric[dimension].Levels.Select((words, i) => $"{4 - i}  {words}");

    public static int Technical(InterviewState interview) =>
        interview.Green is not { } green ? interview.BrokenFirst is { Count: <= 2 } ? 2 : 1
        : green > 60 * interview.Minutes ? 2
        : interview is { BrokenFirst.Count: <= 1, CompileErrors: <= 1 } ? 4 : 3;

    public static int Testing(InterviewState interview) =>
        interview.Caught is not { } caught ? 1 : 4 * caught >= 3 * interview.Sought ? 4 : 5 * caught >= 2 * interview.Sought ? 3 : 2;

    private static IEnumerable<(string What, string Value)> Measured(InterviewState interview)
    {
        yield return ("first check", Time(interview.FirstCheck));
        yield return ("green", Time(interview.Green));
        yield return ("checks", $"{interview.Checks}, of them {interview.CompileErrors} that did not compile");
        yield return ("broken at the first check", interview.BrokenFirst switch { null => "-", [] => "nothing", var laws => $"{laws.Count} laws; first: {Cell(laws[0])}" });
        yield return ("own examples", interview.Caught is { } caught ? $"catch {caught} of {interview.Sought} known mistakes" : "none before the first check");
        yield return ("simplest way", interview.BruteForce.Length == 0 ? "-" : Cell(interview.BruteForce));
        if (interview.Costs.Count > 0) yield return ("costs", $"{interview.Costs.Count(cost => cost.IsMet)} of {interview.Costs.Count} right");
        yield return ("hints", $"{interview.Hints}");
        yield return ("follow-ups asked", $"{interview.FollowUps}");
    }

    /// <summary>What was typed may hold a bar, or what a terminal would obey.</summary>
    private static string Cell(string text) => Show.Printable(text).Replace("|", "\\|");

    private static string Time(double? seconds) => seconds is { } spent ? ProgressText.Of(TimeSpan.FromSeconds(spent)) : "-";
}
