using System.Reflection;
using Etudes.Gates;

namespace Etudes.Worker;

/// <summary>
/// Which of a kata's known mistakes an answer behaves like: it breaks the same laws, and in nearly all cases that go wrong
/// the same goes wrong. Laws with large inputs are too slow for that; an answer that breaks only such a law is
/// like the mistake that the law is there to catch.
/// </summary>
internal sealed class KnownMistakes
{
    /// <summary>In which part of the failing cases the two must agree.</summary>
    private const double Enough = 0.9;

    /// <summary>What came of each case of each ordinary law that a subject can take, by the law's name.</summary>
    private sealed record Behaviour(Type Subject, Dictionary<string, IReadOnlyList<string?>> Outcomes)
    {
        public bool Breaks(string law) => Outcomes[law].Any(outcome => outcome is not null);
    }

    private readonly Dictionary<(string Kata, int Seed), Behaviour[]> _known = [];

    /// <summary>The mistake that a wrong answer behaves like, or null where there is none.</summary>
    /// <param name="broken">The laws that the answer broke.</param>
    public Diagnosis? Diagnose(Kata kata, Answer answer, IReadOnlyList<string> broken, int seed)
    {
        var mistake = answer.Laws.Any(law => broken.Contains(law.Law.Name) && !LawName.IsLarge(law.Law))
            ? Likest(Of(answer.Laws[0].Laws, answer.Laws, seed), Known(kata, seed))
            : kata.Mistakes.FirstOrDefault(mistake => mistake.GetCustomAttribute<CaughtByAttribute>()!.Law == broken[0]);
        return mistake is null ? null : new(mistake.Name, mistake.GetCustomAttribute<AdviceAttribute>()!.Sentence);
    }

    private static Type? Likest(Behaviour answer, Behaviour[] mistakes)
    {
        var (mistake, agreement) = mistakes.Select(mistake => (mistake, Agreement(answer, mistake))).MaxBy(pair => pair.Item2);
        return agreement >= Enough ? mistake.Subject : null;
    }

    /// <summary>0 where the broken laws differ, else the part of all failing cases in which both fail alike.</summary>
    private static double Agreement(Behaviour answer, Behaviour mistake)
    {
        int failing = 0, alike = 0;
        foreach (var (law, outcomes) in mistake.Outcomes)
        {
            if (answer.Breaks(law) != mistake.Breaks(law)) return 0;
            foreach (var (one, other) in answer.Outcomes[law].Zip(outcomes))
            {
                if (one is null && other is null) continue;
                failing++;
                if (one == other) alike++;
            }
        }
        return failing == 0 ? 0 : (double)alike / failing;
    }

    private Behaviour[] Known(Kata kata, int seed)
    {
        if (!_known.TryGetValue((kata.Name, seed), out var known))
            _known[(kata.Name, seed)] = known = [.. kata.Mistakes.Select(mistake => Of(mistake,
                kata.LawsOf(mistake).SelectMany(laws => LawName.Laws(laws).Select(law => (laws, law))), seed))];
        return known;
    }

    private static Behaviour Of(Type subject, IEnumerable<(Type Laws, MethodInfo Law)> laws, int seed) => new(subject,
        laws.Where(law => !LawName.IsLarge(law.Law)).ToDictionary(law => law.Law.Name, law => LawRunner.Outcomes(law.Laws, law.Law, Start.FromSeed(seed))));
}
