namespace Etudes.Engine;

/// <summary>How the mistakes of a kata behave: found out law by law, when somebody asks, and kept.</summary>
/// <param name="isCancelled">Breaks off a law. The time of who asks does not: else a law that takes longer would never be known.</param>
internal sealed class Gallery(JudgedKata kata, int seed, Func<bool> isCancelled)
{
    /// <summary>Of more that are alike nothing is said.</summary>
    public const int MostTold = 2;

    private readonly Dictionary<string, Behaviour> _found = Kept<Dictionary<string, Behaviour>>.Read(kata, $"{seed}") ?? [];
    private bool _isKept = true;

    /// <summary>
    /// The mistakes that an answer is most like, if it is enough and not too many are as much; none also where nobody waits any
    /// more. Best first: the next law is asked of the mistake that may still be the likest.
    /// </summary>
    public IReadOnlyList<Mistake> Likest(Behaviour answer, double enough, Func<bool> isOver)
    {
        List<Comparison> likest = [];
        var open = new PriorityQueue<Comparison, (double, bool)>();
        foreach (var mistake in kata.Mistakes) Enqueue(new(mistake, Ordinary(mistake), answer));
        while (open.TryDequeue(out var first, out _) && first.Agreement >= enough && (likest.Count == 0 || first.Agreement == likest[0].Agreement))
        {
            if (first.Next is not { } law) likest.Add(first);
            else if (Failures(first.Mistake, law, isOver) is not { } failures) return [];
            else
            {
                first.Add(failures);
                Enqueue(first);
            }
        }
        return likest.Count <= MostTold ? [.. likest.Select(one => one.Mistake)] : [];

        void Enqueue(Comparison one) => open.Enqueue(one, (-one.Agreement, one.Next is null));
    }

    /// <summary>Whether a mistake breaks no ordinary law; null where that was cancelled.</summary>
    public bool? IsFlawless(Mistake mistake)
    {
        foreach (var law in Ordinary(mistake))
        {
            if (Failures(mistake, law, isCancelled) is not { } failures) return null;
            if (failures.Count > 0) return false;
        }
        return true;
    }

    /// <summary>Finds out what nobody has asked for yet.</summary>
    public void Complete()
    {
        foreach (var mistake in kata.Mistakes)
            foreach (var law in Ordinary(mistake))
                if (Failures(mistake, law, isCancelled) is null) return;
    }

    /// <summary>Keeps what was found out since, for the next process.</summary>
    public void Keep()
    {
        if (!_isKept) Kept<Dictionary<string, Behaviour>>.Write(kata, $"{seed}", _found);
        _isKept = true;
    }

    private static IEnumerable<Law> Ordinary(Mistake mistake) => mistake.Laws.Where(law => !law.IsLarge);

    private Dictionary<int, Said>? Failures(Mistake mistake, Law law, Func<bool> isOver)
    {
        if (!_found.TryGetValue(mistake.Name, out var behaviour)) _found[mistake.Name] = behaviour = new([]);
        if (behaviour.Laws.TryGetValue(law.Name, out var known)) return known;
        if (isOver()) return null;
        var outcomes = CaseOutcomes.Of(law, Start.FromSeed(seed), isCancelled);
        if (isCancelled()) return null; // there may be fewer than there are cases
        _isKept = false;
        return behaviour.Laws[law.Name] = Behaviour.Failures(outcomes);
    }
}
