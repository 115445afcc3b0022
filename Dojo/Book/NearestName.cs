namespace Etudes.Dojo;

/// <summary>What somebody may have meant by a word that is none of ours.</summary>
internal static class NearestName
{
    private const int Most = 3;

    /// <summary>The words that come nearest, whatever their case. A part counts: medain means both medians.</summary>
    public static IReadOnlyList<string> To(string given, IEnumerable<string> words)
    {
        string lower = given.ToLowerInvariant();
        var near = words.Select(word => (Word: word, Part: Distance(lower, word.ToLowerInvariant(), ofPart: true), Whole: Distance(lower, word.ToLowerInvariant())))
            .OrderBy(word => word.Part).ThenBy(word => word.Whole).ToArray();
        return [.. near.TakeWhile(word => word.Part == near[0].Part).Take(Most).Select(word => word.Word)];
    }

    /// <summary>Levenshtein's, one row at a time.</summary>
    /// <param name="ofPart">To the nearest part of b, after Sellers (1980): its beginning and end cost nothing.</param>
    public static int Distance(string a, string b, bool ofPart = false)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1).Select(j => ofPart ? 0 : j)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return ofPart ? row.Min() : row[b.Length];
    }
}
