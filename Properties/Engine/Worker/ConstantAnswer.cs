using System.Text.RegularExpressions;

namespace Etudes.Engine;

/// <summary>The answer of the first minute: it returns the same, whatever it is given.</summary>
internal static partial class ConstantAnswer
{
    /// <summary>So many inputs should have had results of their own.</summary>
    private const int Enough = 5;

    /// <param name="outcomes">What came of each case of the first law that is broken.</param>
    /// <returns>A sentence to its learner, or null where it returns more than one value.</returns>
    public static string? Of(IReadOnlyList<string?> outcomes)
    {
        var said = outcomes.OfType<string>().Select(sentence => Difference().Match(sentence)).ToArray();
        if (!said.All(match => match.Success)) return null;
        string[] actual = [.. said.Select(match => match.Groups["actual"].Value).Distinct()];
        int expected = said.Select(match => match.Groups["expected"].Value).Distinct().Count();
        return actual is [var only] && expected >= Enough ? $"your answer gives {only} whatever the input: the statement's Example is a good case to begin with" : null;
    }

    [GeneratedRegex(@" should be (?<expected>.+) but is (?<actual>[^\n]+)$")]
    private static partial Regex Difference();
}
