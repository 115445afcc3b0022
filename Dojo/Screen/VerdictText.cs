using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>A line for the terminal and its colour.</summary>
internal sealed record StyledLine(string Text, Style Style)
{
    public StyledLine(string text) : this(text, Style.Plain) { }
}

/// <summary>Lays out a judgement while it goes on, in the words of dotnet test.</summary>
/// <param name="advises">Says what the answer behaves like, and where the hints are.</param>
internal sealed class VerdictText(string kata, bool advises = true)
{
    private readonly VerdictLines _lines = new();
    /// <summary>How many laws, from the first, are told or hold.</summary>
    private int _passed;

    /// <summary>Nothing has come yet.</summary>
    public bool IsUnused { get; private set; } = true;

    /// <param name="judgement">What came before and this reply.</param>
    /// <returns>What there is to tell about a reply.</returns>
    public IReadOnlyList<StyledLine> Take(Judgement judgement, Reply reply)
    {
        IsUnused = false;
        return advises ? Lines(judgement, reply) : [.. Lines(judgement, reply).Where(line => line.Style != StyleOf(LineKind.Statement) || !line.Text.StartsWith(" stuck?"))];
    }

    private IReadOnlyList<StyledLine> Lines(Judgement judgement, Reply reply) => reply switch
    {
        NotCompiled failed => [.. failed.Errors.Select(error => new StyledLine(Show.Printable(error), Terminal.Bad))],
        ExamplesNotCompiled failed => [.. failed.Errors.Select(error => new StyledLine(Show.Printable(error), Terminal.Bad))],
        ExamplesTried tried => [.. ExamplesText.Short(tried)],
        Refused refused => [new($" {Show.Printable(refused.Sentence)}")],
        LawVerdict => [.. Of(judgement)],
        Judged => [.. End(judgement)],
        Diagnosis when !advises => [],
        Diagnosis { Mistake: null } diagnosis => [new($" {diagnosis.Advice}")],
        Diagnosis { Or: null } diagnosis => [new($" your answer behaves like {diagnosis.Mistake}, a known mistake: {diagnosis.Advice}")],
        Diagnosis { Or: { } other } diagnosis => [new($" your answer behaves like one of two known mistakes, {diagnosis.Mistake}: {diagnosis.Advice}"), new($" or {other.Mistake}: {other.Advice}")],
        _ => [],
    };

    /// <summary>A law that was tried before its turn is told in its turn.</summary>
    private IEnumerable<StyledLine> Of(Judgement judgement)
    {
        foreach (var verdict in judgement.Verdicts.Skip(_passed).TakeWhile(verdict => verdict.Outcome != Outcome.NotRun))
        {
            _passed++;
            if (!verdict.IsFailure) continue;
            foreach (var line in _lines.Add(verdict)) yield return Styled(line);
        }
        if (judgement.Held == judgement.OrdinaryLaws && judgement.Held == judgement.Tried && judgement.Held < judgement.Laws)
            yield return new($" {judgement.Held} laws hold; large inputs follow");
    }

    private IEnumerable<StyledLine> End(Judgement judgement)
    {
        if (judgement.State == State.Green) return [new($"{kata} is green: all {judgement.Laws} laws hold", Terminal.Good)];
        if (judgement.State == State.NotWritten) return VerdictLines.Of(judgement.Verdicts.First()).Select(Styled);
        var told = judgement.Verdicts.Skip(_passed).Where(verdict => verdict.IsFailure).SelectMany(_lines.Add).ToArray();
        foreach (var verdict in judgement.Verdicts.Where(verdict => verdict.Outcome is Outcome.NotWritten or Outcome.NotRun)) _lines.Add(verdict);
        return told.Concat(_lines.End()).Select(Styled);
    }

    private static StyledLine Styled(VerdictLine line) => new(line.Text, StyleOf(line.Kind));

    /// <summary>The colour of a line of a verdict.</summary>
    private static Style StyleOf(LineKind kind) => kind switch
    {
        LineKind.Title => Terminal.Bad,
        LineKind.NotWritten => Terminal.Open,
        LineKind.Statement => Terminal.Dim,
        _ => Style.Plain,
    };
}
