using Xunit;

namespace Etudes.Gates;

/// <summary>Gate 3: every mistake is caught by the law that it names, and no law is idle.</summary>
public abstract class GalleryGate<TJudge>
{
    /// <summary>In how many of a hundred seeds a mistake must be caught.</summary>
    private const int Caught = 99;

    public static TheoryData<string> Mistakes => new(KatasOf<TJudge>.Assembly.Katas.SelectMany(kata => kata.Mistakes.Select(mistake => $"{kata.Name}/{mistake.Name}")));

    public static TheoryData<string> Katas => new(KatasOf<TJudge>.Assembly.Katas.Select(kata => kata.Name));

    [JudgedTheory]
    [MemberData(nameof(Mistakes))]
    public void The_named_law_catches(string name)
    {
        var kata = KatasOf<TJudge>.Assembly.Named(name.Split('/')[0]);
        var mistake = kata.Mistakes.Single(one => one.Name == name.Split('/')[1]);
        Assert.False(string.IsNullOrWhiteSpace(mistake.Advice), $"{name} has no [Advice]");
        var law = mistake.LawNamed(mistake.CaughtBy);
        Assert.True(law is not null, $"{mistake.CaughtBy} is no law of {kata}");

        List<int> missed = [];
        int seeds = KatasOf<TJudge>.SeedsOf(law);
        for (int seed = 0; seed < seeds; seed++)
        {
            var outcome = LawRunner.Run(law, Start.FromSeed(seed)).Outcome;
            if (outcome == Outcome.Holds) missed.Add(seed);
            if (outcome == Outcome.Hung) seeds = seed + 1; // the deadline each time, and a thread is left behind
        }
        Assert.True(missed.Count * 100 <= (100 - Caught) * seeds, $"missed on {missed.Count} of {seeds} seeds: {string.Join(", ", missed)}");
    }

    [JudgedTheory]
    [MemberData(nameof(Katas))]
    public void No_law_is_idle(string kataName)
    {
        var kata = KatasOf<TJudge>.Assembly.Named(kataName);
        var named = kata.Mistakes.Select(mistake => mistake.CaughtBy).ToHashSet();
        var idle = kata.LawClasses.SelectMany(Law.Of).Select(law => law.Name).Distinct()
            .Where(law => !named.Contains(law) && !kata.Mistakes.Any(mistake => Catches(mistake, law)));
        Assert.Empty(idle);
    }

    private static bool Catches(Mistake mistake, string law) =>
        mistake.LawNamed(law) is { } own && LawRunner.Run(own, Start.FromSeed(0)).Outcome != Outcome.Holds;
}
