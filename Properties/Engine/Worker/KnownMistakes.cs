using System.Diagnostics;

namespace Etudes.Engine;

/// <summary>
/// Finds the known mistake of a kata that an answer behaves like: on the same inputs the same laws
/// break in the same cases, most of them with the same sentence. Laws with large inputs are too
/// slow for that. An answer that breaks only such a law is like the mistake that such a law is
/// there to catch. If there are several, it is like the one that gets the same verdict.
/// </summary>
internal sealed class KnownMistakes(Func<bool> isCancelled)
{
    /// <summary>How far the two must agree. Tried on the answers of Dojo/Tests/Judging/WrongAnswers
    /// that break an ordinary law: from 0.3 on, no answer got a wrong mistake.</summary>
    private const double Enough = 0.4;
    /// <summary>What a case counts where both fail, with different sentences.</summary>
    private const double BothFail = 0.7;
    /// <summary>What runs all its cases once more for longer than that gets no advice.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>What came of each case of each ordinary law that a subject can take, by the law's name.</summary>
    private sealed record Behaviour(Dictionary<string, IReadOnlyList<string?>> Outcomes);

    private readonly Dictionary<(Mistake Mistake, int Seed), Behaviour> _known = [];

    /// <summary>The mistake that a wrong answer behaves like, or null where it is like no mistake
    /// or the search was cancelled.</summary>
    /// <param name="law">The first law that the answer broke, an ordinary one if there is any.</param>
    /// <param name="verdict">What came of that law.</param>
    public Diagnosis? Diagnose(JudgedKata kata, LoadedAnswer answer, Law law, Verdict verdict, int seed)
    {
        var mistake = law.IsLarge ? OfLargeLaw(kata, law.Name, verdict)
            : OfOrdinaryLaw(kata, answer, seed);
        return mistake is null || isCancelled() ? null : new(mistake.Name, mistake.Advice!);
    }

    private Mistake? OfOrdinaryLaw(JudgedKata kata, LoadedAnswer answer, int seed)
    {
        var clock = Stopwatch.StartNew();
        var behaviour = Of(answer.Laws, seed, IsOver);
        return IsOver() ? null : Likest(behaviour, kata, seed);

        bool IsOver() => isCancelled() || clock.Elapsed > s_patience;
    }

    private Mistake? OfLargeLaw(JudgedKata kata, string law, Verdict verdict)
    {
        Mistake[] caught = [.. kata.Mistakes.Where(mistake => mistake.Laws.Any(one => one.IsLarge && one.Name == mistake.CaughtBy))];
        if (caught.Length > 1) caught = [.. caught.Where(mistake => !isCancelled() && mistake.LawNamed(law) is { } own
            && IsAlike(LawRunner.Run(own, Start.FromSeed(0), Rules.OfWorker), verdict))];
        return caught is [var only] ? only : null;
    }

    private static bool IsAlike(Verdict one, Verdict other) =>
        one.Sentence == other.Sentence && one.Arguments.Select(argument => argument.Text).SequenceEqual(other.Arguments.Select(argument => argument.Text));

    private Mistake? Likest(Behaviour answer, JudgedKata kata, int seed)
    {
        var (mistake, agreement) = kata.Mistakes.Select(mistake => (mistake, isCancelled() ? 0 : Agreement(answer, Known(mistake, seed)))).MaxBy(pair => pair.Item2);
        return agreement >= Enough ? mistake : null;
    }

    /// <summary>From 0 to 1. Each law that either of them breaks counts by how alike their failing
    /// cases are; the result is the mean.</summary>
    private static double Agreement(Behaviour answer, Behaviour mistake)
    {
        double sum = 0;
        int laws = 0;
        foreach (var (law, outcomes) in mistake.Outcomes)
        {
            int either = 0;
            double alike = 0;
            foreach (var (one, other) in answer.Outcomes.GetValueOrDefault(law, []).Zip(outcomes))
            {
                if (one is null && other is null) continue;
                either++;
                if (one is not null && other is not null) alike += one == other ? 1 : BothFail;
            }
            if (either == 0) continue;
            laws++;
            sum += alike / either;
        }
        return laws == 0 ? 0 : sum / laws;
    }

    private Behaviour Known(Mistake mistake, int seed)
    {
        if (_known.TryGetValue((mistake, seed), out var known)) return known;
        var behaviour = Of(mistake.Laws, seed, isCancelled);
        return isCancelled() ? behaviour : _known[(mistake, seed)] = behaviour;
    }

    private static Behaviour Of(IEnumerable<Law> laws, int seed, Func<bool> isOver) => new(laws
        .Where(law => !law.IsLarge && !isOver())
        .ToDictionary(law => law.Name, law => CaseOutcomes.Of(law, Start.FromSeed(seed), isOver)));
}
