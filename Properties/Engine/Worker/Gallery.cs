namespace Etudes.Engine;

/// <summary>How the mistakes of a kata behave: found out law by law, when somebody asks, and kept.</summary>
internal sealed class Gallery(JudgedKata kata, int seed)
{
    private readonly string _name = $"{seed}";
    private readonly Dictionary<string, Behaviour> _found = Kept<Dictionary<string, Behaviour>>.Read(kata, $"{seed}") ?? [];
    private bool _isKept = true;

    /// <summary>
    /// How alike a mistake and an answer fail, from 0 to 1: each law that either of them breaks counts by how alike its failing
    /// cases are; the result is the mean. 0 as soon as it cannot be enough, null where nobody waits any more.
    /// </summary>
    public double? Agreement(Mistake mistake, Behaviour answer, double enough, Func<bool> isOver)
    {
        Law[] laws = [.. Ordinary(mistake).OrderByDescending(answer.Breaks)]; // most mistakes differ in one of the first
        var (sum, either, left) = (0.0, 0, laws.Count(answer.Breaks));
        foreach (var law in laws)
        {
            if (Failures(mistake, law, isOver) is not { } failures) return null;
            if (answer.Breaks(law)) left--;
            if (answer.Agreement(law, failures) is not { } alike) continue;
            (sum, either) = (sum + alike, either + 1);
            if (sum + left < enough * (either + left)) return 0;
        }
        return either == 0 ? 0 : sum / either;
    }

    /// <summary>Whether a mistake breaks no ordinary law; null where nobody waits any more.</summary>
    public bool? IsFlawless(Mistake mistake, Func<bool> isOver)
    {
        foreach (var law in Ordinary(mistake))
        {
            if (Failures(mistake, law, isOver) is not { } failures) return null;
            if (failures.Count > 0) return false;
        }
        return true;
    }

    /// <summary>Finds out what nobody has asked for yet.</summary>
    public void Complete(Func<bool> isOver)
    {
        foreach (var mistake in kata.Mistakes)
            foreach (var law in Ordinary(mistake))
                if (Failures(mistake, law, isOver) is null) return;
    }

    /// <summary>Keeps what was found out since, for the next process.</summary>
    public void Keep()
    {
        if (!_isKept) Kept<Dictionary<string, Behaviour>>.Write(kata, _name, _found);
        _isKept = true;
    }

    private static IEnumerable<Law> Ordinary(Mistake mistake) => mistake.Laws.Where(law => !law.IsLarge);

    private Dictionary<int, Said>? Failures(Mistake mistake, Law law, Func<bool> isOver)
    {
        if (!_found.TryGetValue(mistake.Name, out var behaviour)) _found[mistake.Name] = behaviour = new([]);
        if (behaviour.Laws.TryGetValue(law.Name, out var known)) return known;
        if (isOver()) return null;
        var outcomes = CaseOutcomes.Of(law, Start.FromSeed(seed), isOver);
        if (isOver()) return null; // there may be fewer than there are cases
        _isKept = false;
        return behaviour.Laws[law.Name] = Behaviour.Failures(outcomes);
    }
}
