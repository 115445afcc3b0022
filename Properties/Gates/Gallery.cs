using System.Reflection;
using Xunit;

namespace Etudes.Gates;

/// <summary>Gate (c): every mistake is caught by the law that it names, and no law is idle.</summary>
public class Gallery
{
    /// <summary>In how many of a hundred seeds a mistake must be caught.</summary>
    private const int Caught = 99;
    /// <summary>A hang costs the deadline each time and leaves a thread behind: a few seeds must do.</summary>
    private const int SeedsOfAHang = 3;

    public static TheoryData<string> Mistakes => new(Kata.All.SelectMany(kata => kata.Mistakes.Select(mistake => $"{kata.Name}/{mistake.Name}")));

    public static TheoryData<string> Katas => new(Kata.All.Select(kata => kata.Name));

    [JudgedTheory]
    [MemberData(nameof(Mistakes))]
    public void The_named_law_catches(string name)
    {
        var kata = Kata.Named(name.Split('/')[0]);
        var mistake = kata.Mistakes.Single(type => type.Name == name.Split('/')[1]);
        string lawName = mistake.GetCustomAttribute<CaughtByAttribute>()!.Law;
        Assert.False(string.IsNullOrWhiteSpace(mistake.GetCustomAttribute<AdviceAttribute>()?.Sentence), $"{name} has no [Advice]");
        var found = kata.Find(mistake, lawName);
        Assert.True(found is not null, $"{lawName} is no law of {kata}");
        var (laws, law) = found.Value;

        List<int> missed = [];
        int seeds = Kata.SeedsOf(law);
        for (int seed = 0; seed < seeds; seed++)
        {
            var outcome = LawRunner.Run(laws, law, Start.FromSeed(seed)).Outcome;
            if (outcome == Outcome.Holds) missed.Add(seed);
            if (outcome == Outcome.Hung) seeds = Math.Min(seeds, SeedsOfAHang);
        }
        Assert.True(missed.Count * 100 <= (100 - Caught) * seeds, $"missed on {missed.Count} of {seeds} seeds: {string.Join(", ", missed)}");
    }

    [JudgedTheory]
    [MemberData(nameof(Katas))]
    public void No_law_is_idle(string kataName)
    {
        var kata = Kata.Named(kataName);
        var named = kata.Mistakes.Select(mistake => mistake.GetCustomAttribute<CaughtByAttribute>()!.Law).ToHashSet();
        var idle = kata.LawClasses.SelectMany(LawName.Laws).Select(law => law.Name).Distinct()
            .Where(law => !named.Contains(law) && !kata.Mistakes.Any(mistake => Catches(kata, mistake, law)));
        Assert.Empty(idle);
    }

    private static bool Catches(Kata kata, Type mistake, string law) =>
        kata.Find(mistake, law) is var (laws, method) && LawRunner.Run(laws, method, Start.FromSeed(0)).Outcome != Outcome.Holds;
}
