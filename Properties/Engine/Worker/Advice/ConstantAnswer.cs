using System.Text.RegularExpressions;

namespace Etudes.Engine;

/// <summary>The answer of the first minute: it returns the same, whatever it is given.</summary>
public static partial class ConstantAnswer
{
    /// <summary>So many inputs should have had results of their own.</summary>
    private const int Enough = 5;

    /// <param name="law">The first law that is broken.</param>
    /// <param name="outcomes">What came of each case of each ordinary law.</param>
    /// <returns>A sentence to its learner; null where it returns more than one value, or keeps most of
    /// the laws, which draw other inputs.</returns>
    public static string? Of(string law, IReadOnlyDictionary<string, IReadOnlyList<string?>> outcomes)
    {
        if (2 * outcomes.Values.Count(cases => cases.Any(outcome => outcome is not null)) < outcomes.Count) return null;
        Match[] said = Differences(outcomes[law]);
        if (!said.All(match => match.Success)) return null;
        // One number of a tensor says little: what is drawn often has the same at that place.
        Match[] all = said.All(IsOfPart) ? [.. outcomes.Values.SelectMany(Differences).Where(IsOfPart)] : said;
        string[] actual = [.. all.Select(match => match.Groups["actual"].Value).Distinct()];
        int expected = said.Select(match => match.Groups["expected"].Value).Distinct().Count();
        return actual is [var only] && expected >= Enough ? $"your answer gives {only} whatever the input: the statement's Example is a good case to begin with" : null;
    }

    private static Match[] Differences(IEnumerable<string?> outcomes) => [.. outcomes.OfType<string>().Select(sentence => Difference().Match(sentence))];

    private static bool IsOfPart(Match difference) => difference.Groups["part"].Success;

    [GeneratedRegex(@"(?<part> at \[[\d, ]*\])? should be (?<expected>.+) but is (?<actual>[^\n]+)$")]
    private static partial Regex Difference();
}
