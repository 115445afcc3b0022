namespace Etudes.Engine;

/// <summary>What came of each case of a law, one after the other: the sentence of what is wrong, or null. Nothing is shrunk.</summary>
internal static class CaseOutcomes
{
    /// <summary>Up to the first case that takes all steps, stack or memory, or until nobody waits for more.</summary>
    public static IReadOnlyList<string?> Of(Law law, Start start, Func<bool> isOver)
    {
        List<string?> outcomes = [];
        var trial = new Trial(law, Rules.OfWorker);
        trial.Run(() => Draws.Check(law, start, arguments =>
        {
            if (trial.IsSettled || isOver()) return true;
            var error = trial.Try(arguments, StepCounter.ACase, smaller: false);
            outcomes.Add(error?.Exception is LawBroken broken ? broken.Message : error?.Exception.GetType().Name);
            if (error is { IsNotWritten: true } or { TakesAll: true } or { Elsewhere: true }) trial.IsSettled = true;
            return true;
        }), hasFailed: () => false);
        if (trial.Stranded is not null) outcomes.Add(nameof(Stranded));
        return outcomes;
    }
}
