using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>A cost that a kata's hints name as the one to reach.</summary>
/// <param name="What">Of which operations, or of what else.</param>
/// <param name="Text">As it is written there.</param>
internal sealed partial record TargetCost(string What, string Text)
{
    /// <summary>The costs of a kata, in the order in which they are written.</summary>
    /// <exception cref="RefusedException">There are no hints.</exception>
    public static IReadOnlyList<TargetCost> Of(Kata kata) => In(KataHints.Of(kata).Target);

    /// <summary>One per line of the section; more where it names operations. What is said in other words is not asked.</summary>
    public static IReadOnlyList<TargetCost> In(string target) => [.. target.Split("\n- ").SelectMany(InLine)];

    /// <summary>Whether what was said is the same cost, at least of a connected graph without parallel edges.</summary>
    /// <exception cref="FormatException">It is no cost.</exception>
    public bool IsMet(string said) => Cost.Parse(said) is var cost && (cost.Equals(Cost.Parse(Text)) || cost.EqualsConnected(Cost.Parse(Text)));

    private static IEnumerable<TargetCost> InLine(string line)
    {
        int at = 0;
        foreach (Match cost in Bound().Matches(line))
        {
            bool isFirst = at == 0;
            string words = line[at..cost.Index];
            at = cost.Index + cost.Length;
            string[] operations = [.. Operation().Matches(words).Select(name => name.Groups[1].Value)];
            if (operations.Length == 0 && !isFirst || !IsCost(cost.Groups[1].Value)) continue;
            yield return new(operations.Length > 0 ? string.Join(", ", operations) : SubjectOf(words, line[at..]), cost.Groups[1].Value);
        }
    }

    private static string SubjectOf(string before, string after) => Subject().Match(before) is { Success: true } subject ? subject.Groups[1].Value.ToLowerInvariant()
        : after.Contains("space") || after.Contains("held") ? "space"
        : after.StartsWith(" to prepare") ? "preparing" : before.Contains("At most") ? "time per item" : "time";

    private static bool IsCost(string text)
    {
        try { return Cost.Parse(text) is not null; }
        catch (FormatException) { return false; } // its length, say
    }

    /// <summary>What O is of, its brackets in pairs.</summary>
    [GeneratedRegex(@"O\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")]
    private static partial Regex Bound();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Operation();

    [GeneratedRegex(@"(\w[\w ]*) in $")]
    private static partial Regex Subject();
}
