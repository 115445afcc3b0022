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
    private static readonly Deadline s_ofAnswer = new(Seconds: 2);
    /// <summary>What is not known of the gallery by then the next check goes on with.</summary>
    private static readonly Deadline s_ofGallery = new(Seconds: 2);

    private readonly Dictionary<(string Kata, int Seed), Gallery> _galleries = [];

    /// <summary>What an answer behaves like, or null where it is like nothing or the search was cancelled.</summary>
    /// <param name="held">The laws that the answer did not break.</param>
    /// <param name="law">The first that it broke, an ordinary one if there is any.</param>
    /// <param name="verdict">What came of that law.</param>
    public Diagnosis? Diagnose(JudgedKata kata, LoadedAnswer answer, IReadOnlySet<Law> held, Law law, Verdict verdict, int seed)
    {
        var gallery = GalleryOf(kata, seed);
        try
        {
            if (law.IsLarge) return OfLargeLaw(kata, gallery, law.Name, verdict);
            var isOver = Until(s_ofAnswer);
            var outcomes = answer.Laws.Where(one => !one.IsLarge).ToDictionary(one => one.Name,
                one => held.Contains(one) || isOver() ? [] : CaseOutcomes.Of(one, Start.FromSeed(seed), isOver));
            if (isOver()) return null;
            if (ConstantAnswer.Of(law.Name, outcomes) is { } advice) return new(null, advice);
            return Of(gallery.Likest(Behaviour.Of(outcomes), Enough, Until(s_ofGallery)));
        }
        finally { gallery.Keep(); }
    }

    /// <summary>Finds out how the gallery behaves, while nobody waits.</summary>
    public void Prepare(JudgedKata kata, int seed)
    {
        var gallery = GalleryOf(kata, seed);
        gallery.Complete();
        gallery.Keep();
    }

    private Diagnosis? OfLargeLaw(JudgedKata kata, Gallery gallery, string law, Verdict verdict)
    {
        var said = Kept<Dictionary<string, Said>>.Read(kata, law) ?? [];
        int known = said.Count;
        bool isWhole = true;
        foreach (var mistake in kata.Mistakes.Where(mistake => mistake.LawNamed(mistake.CaughtBy)!.IsLarge && !said.ContainsKey(mistake.Name)))
        {
            if (mistake.LawNamed(law) is not { } own || gallery.IsFlawless(mistake) is false) continue;
            isWhole &= !isCancelled();
            if (isWhole) said[mistake.Name] = Said.Of(LawRunner.Run(own, Start.FromSeed(0), Rules.OfWorker));
        }
        if (said.Count > known) Kept<Dictionary<string, Said>>.Write(kata, law, said);
        if (!isWhole) return null;
        Mistake[] alike = [.. kata.Mistakes.Where(mistake => said.TryGetValue(mistake.Name, out var own) && own == Said.Of(verdict))];
        return alike.Length <= Gallery.MostTold ? Of(alike) : null;
    }

    private Gallery GalleryOf(JudgedKata kata, int seed)
    {
        if (!_galleries.TryGetValue((kata.Name, seed), out var gallery)) _galleries[(kata.Name, seed)] = gallery = new(kata, seed, isCancelled);
        return gallery;
    }

    private Func<bool> Until(Deadline deadline)
    {
        var began = Moment.Now();
        return () => isCancelled() || Trial.IsOver(deadline, began);
    }

    /// <summary>Null of none.</summary>
    private static Diagnosis? Of(IEnumerable<Mistake> mistakes) =>
        mistakes.Reverse().Aggregate((Diagnosis?)null, (rest, mistake) => new(mistake.Name, mistake.Advice!) { Or = rest });
}
