using System.Diagnostics;

namespace Etudes.Engine;

/// <summary>
/// Finds the known mistake of a kata that an answer behaves like: on the same inputs the same laws break in the same cases, most
/// of them with the same sentence. An answer that breaks only a law with large inputs is like a mistake that breaks only such a
/// law, and gets the same verdict. In doubt nothing is said.
/// </summary>
internal sealed class KnownMistakes(Func<bool> isCancelled)
{
    /// <summary>How far the two must agree. Tried on the answers of Dojo/Tests/Judging/WrongAnswers.</summary>
    private const double Enough = 0.5;
    /// <summary>An answer whose every case is slow or fills the memory gets no advice.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<(string Kata, int Seed), Dictionary<string, Behaviour>> _known = [];

    /// <summary>What an answer behaves like, or null where it is like nothing or the search was cancelled.</summary>
    /// <param name="law">The first law that the answer broke, an ordinary one if there is any.</param>
    /// <param name="verdict">What came of that law.</param>
    public Diagnosis? Diagnose(JudgedKata kata, LoadedAnswer answer, Law law, Verdict verdict, int seed)
    {
        if (law.IsLarge) return OfLargeLaw(kata, law.Name, verdict, seed);
        var clock = Stopwatch.StartNew();
        bool IsOver() => isCancelled() || clock.Elapsed > s_patience;
        var outcomes = OutcomesOf(answer.Laws, seed, IsOver);
        if (IsOver()) return null;
        if (ConstantAnswer.Of(law.Name, outcomes) is { } advice) return new(null, advice);
        if (Gallery(kata, seed) is not { } gallery) return null;
        var behaviour = Behaviour.Of(outcomes);
        var alike = kata.Mistakes.Select(mistake => (Mistake: mistake, Agreement: behaviour.Agreement(gallery[mistake.Name]))).OrderByDescending(pair => pair.Agreement).ToArray();
        return alike is [(var likest, >= Enough and var most), (_, var second), ..] && most > second ? Of(likest) : null;
    }

    /// <summary>Finds out how the gallery behaves, while nobody waits.</summary>
    public void Prepare(JudgedKata kata, int seed) => Gallery(kata, seed);

    private Diagnosis? OfLargeLaw(JudgedKata kata, string law, Verdict verdict, int seed)
    {
        if (Gallery(kata, seed) is not { } gallery) return null;
        var said = Kept<Dictionary<string, Said>>.Get(kata, law, () => kata.Mistakes
            .Where(mistake => gallery[mistake.Name].IsFlawless && mistake.LawNamed(mistake.CaughtBy)!.IsLarge && mistake.LawNamed(law) is not null)
            .ToDictionary(mistake => mistake.Name, mistake => Said.Of(LawRunner.Run(mistake.LawNamed(law)!, Start.FromSeed(0), Rules.OfWorker))));
        var alike = said!.Where(mistake => mistake.Value == Said.Of(verdict)).ToArray();
        return alike is [var only] && !isCancelled() ? Of(kata.Mistakes.Single(mistake => mistake.Name == only.Key)) : null;
    }

    private Dictionary<string, Behaviour>? Gallery(JudgedKata kata, int seed)
    {
        if (_known.TryGetValue((kata.Name, seed), out var known)) return known;
        var found = Kept<Dictionary<string, Behaviour>>.Get(kata, $"{seed}", () =>
        {
            var gallery = kata.Mistakes.ToDictionary(mistake => mistake.Name, mistake => Behaviour.Of(OutcomesOf(mistake.Laws, seed, isCancelled)));
            return isCancelled() ? null : gallery;
        });
        return found is null ? null : _known[(kata.Name, seed)] = found;
    }

    /// <summary>What came of each case of each ordinary law, by the law's name; of some, once it is over.</summary>
    private static Dictionary<string, IReadOnlyList<string?>> OutcomesOf(IEnumerable<Law> laws, int seed, Func<bool> isOver) => laws
        .Where(law => !law.IsLarge && !isOver())
        .ToDictionary(law => law.Name, law => CaseOutcomes.Of(law, Start.FromSeed(seed), isOver));

    private static Diagnosis Of(Mistake mistake) => new(mistake.Name, mistake.Advice!);
}
