using System.Reflection;
using Etudes.Gates;

namespace Etudes.Worker;

/// <summary>
/// Which of a kata's known mistakes an answer behaves like: on the same inputs the same laws break in the same cases, most of them
/// with the same sentence. Laws with large inputs are too slow for that: an answer that breaks only such a law is like the
/// mistake that such a law is there to catch; of several the one that gets the same verdict.
/// </summary>
internal sealed class KnownMistakes(Func<bool> isCancelled)
{
    /// <summary>How far the two must agree. Of the independent answers of Dojo/Tests/WrongAnswers that break an ordinary law none got a wrong mistake from 0.3 on.</summary>
    private const double Enough = 0.4;
    /// <summary>What it counts that both fail in a case, with different sentences.</summary>
    private const double BothFail = 0.7;

    /// <summary>What came of each case of each ordinary law that a subject can take, by the law's name.</summary>
    private sealed record Behaviour(Dictionary<string, IReadOnlyList<string?>> Outcomes);

    private readonly Dictionary<(Type Mistake, int Seed), Behaviour> _known = [];

    /// <summary>The mistake that a wrong answer behaves like, or null where there is none or the search was cancelled.</summary>
    /// <param name="law">The first law that the answer broke, an ordinary one if there is any.</param>
    /// <param name="verdict">What came of that law.</param>
    public Diagnosis? Diagnose(Kata kata, Answer answer, MethodInfo law, Verdict verdict, int seed)
    {
        var mistake = LawName.IsLarge(law) ? OfLargeLaw(kata, law.Name, verdict) : Likest(Of(answer.Laws, seed), kata, seed);
        return mistake is null || isCancelled() ? null : new(mistake.Name, mistake.GetCustomAttribute<AdviceAttribute>()!.Sentence);
    }

    private Type? OfLargeLaw(Kata kata, string law, Verdict verdict)
    {
        var large = kata.LawClasses.SelectMany(LawName.Laws).Where(LawName.IsLarge).Select(method => method.Name).ToHashSet();
        Type[] caught = [.. kata.Mistakes.Where(mistake => large.Contains(mistake.GetCustomAttribute<CaughtByAttribute>()!.Law))];
        if (caught.Length > 1) caught = [.. caught.Where(mistake => !isCancelled() && kata.Find(mistake, law) is var (laws, method) && Beginning(LawRunner.Run(laws, method, Start.FromSeed(0))) == Beginning(verdict))];
        return caught is [var only] ? only : null;
    }

    /// <summary>The input and the sentence.</summary>
    private static string Beginning(Verdict verdict) => string.Join('\n', verdict.Words.Split('\n').Take(2));

    private Type? Likest(Behaviour answer, Kata kata, int seed)
    {
        var (mistake, agreement) = kata.Mistakes.Select(mistake => (mistake, isCancelled() ? 0 : Agreement(answer, Known(kata, mistake, seed)))).MaxBy(pair => pair.Item2);
        return agreement >= Enough ? mistake : null;
    }

    /// <summary>From 0 to 1: the mean, over the laws that either breaks, of how alike their failing cases are.</summary>
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

    private Behaviour Known(Kata kata, Type mistake, int seed)
    {
        if (_known.TryGetValue((mistake, seed), out var known)) return known;
        var behaviour = Of(kata.LawsOf(mistake).SelectMany(laws => LawName.Laws(laws).Select(law => (laws, law))), seed);
        return isCancelled() ? behaviour : _known[(mistake, seed)] = behaviour;
    }

    private Behaviour Of(IEnumerable<(Type Laws, MethodInfo Law)> laws, int seed) => new(laws
        .Where(law => !LawName.IsLarge(law.Law) && !isCancelled())
        .ToDictionary(law => law.Law.Name, law => LawRunner.Outcomes(law.Laws, law.Law, Start.FromSeed(seed))));
}
