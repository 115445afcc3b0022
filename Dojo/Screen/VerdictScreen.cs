using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>Tells a judgement on the terminal while it goes on, in the words of dotnet test.</summary>
internal sealed class VerdictScreen(string kata)
{
    private readonly VerdictLines _lines = new();

    /// <param name="judgement">What came before and this reply.</param>
    public void Take(Judgement judgement, Reply reply)
    {
        switch (reply)
        {
            case NotCompiled failed:
                foreach (string error in failed.Errors) Terminal.Tell(error, Terminal.Bad);
                break;
            case Refused refused:
                Terminal.Tell($" {refused.Sentence}");
                break;
            case LawVerdict law:
                if (law.Verdict.IsFailure) Tell(_lines.Add(law.Verdict));
                if (judgement.Held == judgement.OrdinaryLaws && judgement.Held == judgement.Tried && judgement.Held < judgement.Laws)
                    Terminal.Tell($" {judgement.Held} laws hold; large inputs follow");
                break;
            case Judged:
                End(judgement);
                break;
            case Diagnosis diagnosis:
                Terminal.Tell($" your answer behaves like {diagnosis.Mistake}, a known mistake: {diagnosis.Advice}");
                break;
        }
    }

    private void End(Judgement judgement)
    {
        if (judgement.State == State.Green) Terminal.Tell($"{kata} is green: all {judgement.Laws} laws hold", Terminal.Good);
        else if (judgement.State == State.NotWritten) Tell(VerdictLines.Of(judgement.Verdicts.First()));
        else
        {
            foreach (var verdict in judgement.Verdicts.Where(verdict => verdict.Outcome is Outcome.NotWritten or Outcome.NotRun)) _lines.Add(verdict);
            Tell(_lines.End());
        }
    }

    private static void Tell(IEnumerable<VerdictLine> lines)
    {
        foreach (var line in lines) Terminal.Tell(line.Text, StyleOf(line.Kind));
    }

    /// <summary>The colour of a line of a verdict.</summary>
    private static Style StyleOf(LineKind kind) => kind switch
    {
        LineKind.Title => Terminal.Bad,
        LineKind.NotWritten => new(Color.Yellow),
        LineKind.Statement => Terminal.Dim,
        _ => Style.Plain,
    };
}
