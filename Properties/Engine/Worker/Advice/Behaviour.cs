using System.Text.RegularExpressions;

namespace Etudes.Engine;

/// <summary>How an answer fails: of each ordinary law, by its name, the cases that fail, by their number, and what is said of each.</summary>
internal sealed record Behaviour(Dictionary<string, Dictionary<int, Said>> Laws)
{
    /// <param name="outcomes">What came of each case of each law.</param>
    public static Behaviour Of(Dictionary<string, IReadOnlyList<string?>> outcomes) => new(outcomes.ToDictionary(law => law.Key, law => Failures(law.Value)));

    public static Dictionary<int, Said> Failures(IReadOnlyList<string?> outcomes) =>
        outcomes.Index().Where(one => one.Item is not null).ToDictionary(one => one.Index, one => Said.Of(one.Item!));

    public bool Breaks(Law law) => Laws.GetValueOrDefault(law.Name) is { Count: > 0 };

    /// <summary>How alike the failing cases of a law are, from 0 to 1; null where neither has any.</summary>
    public double? Agreement(Law law, Dictionary<int, Said> other)
    {
        var own = Laws.GetValueOrDefault(law.Name, []);
        int either = own.Keys.Union(other.Keys).Count();
        return either == 0 ? null : own.Sum(failed => other.TryGetValue(failed.Key, out var said) ? failed.Value.Likeness(said) : 0) / either;
    }
}

/// <summary>A sentence that was said, and its form without the values; as hashes, so that thousands can be kept.</summary>
internal readonly partial record struct Said(uint Exact, uint Form)
{
    /// <summary>The same of other values.</summary>
    private const double SameForm = 0.3;

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
