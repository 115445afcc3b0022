using System.Text.RegularExpressions;

namespace Etudes.Engine;

/// <summary>How an answer fails: of each ordinary law, by its name, the cases that fail, by their number, and what is said of each.</summary>
internal sealed record Behaviour(Dictionary<string, Dictionary<int, Said>> Laws)
{
    /// <param name="outcomes">What came of each case of each law.</param>
    public static Behaviour Of(Dictionary<string, IReadOnlyList<string?>> outcomes) => new(outcomes.ToDictionary(law => law.Key,
        law => law.Value.Index().Where(one => one.Item is not null).ToDictionary(one => one.Index, one => Said.Of(one.Item!))));

    /// <summary>No case of any ordinary law fails.</summary>
    public bool IsFlawless => Laws.Values.All(failed => failed.Count == 0);

    /// <summary>From 0 to 1. Each law that either of them breaks counts by how alike their failing cases are; the result is the mean.</summary>
    public double Agreement(Behaviour other)
    {
        double[] laws = [.. other.Laws.Select(law => Agreement(Laws.GetValueOrDefault(law.Key, []), law.Value)).OfType<double>()];
        return laws.Length == 0 ? 0 : laws.Average();
    }

    private static double? Agreement(Dictionary<int, Said> one, Dictionary<int, Said> other)
    {
        int either = one.Keys.Union(other.Keys).Count();
        return either == 0 ? null : one.Sum(failed => other.TryGetValue(failed.Key, out var said) ? failed.Value.Likeness(said) : 0) / either;
    }
}

/// <summary>A sentence that was said, and its form without the values; as hashes, so that thousands can be kept.</summary>
internal readonly partial record struct Said(uint Exact, uint Form)
{
    /// <summary>The same of other values.</summary>
    private const double SameForm = 0.4;

    public static Said Of(string sentence) => new(Hash(sentence), Hash(Values().Replace(sentence, "#")));

    /// <summary>With the input that is told.</summary>
    public static Said Of(Verdict verdict) => Of($"{string.Join(", ", verdict.Arguments.Select(argument => argument.Text))}: {verdict.Sentence}");

    /// <summary>From 0 to 1.</summary>
    public double Likeness(Said other) => Exact == other.Exact ? 1 : Form == other.Form ? SameForm : 0;

    /// <summary>FNV-1a: string.GetHashCode differs from process to process.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u);

    [GeneratedRegex(@"\[[^\]]*\]|-?\d+(\.\d+)?(E[+-]?\d+)?")]
    private static partial Regex Values();
}
