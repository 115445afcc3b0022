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

    /// <summary>Levenshtein's, row by row, and two neighbours that have changed places count once.</summary>
    /// <param name="ofPart">To the nearest part of b, after Sellers (1980): its beginning and end cost nothing.</param>
    public static int Distance(string a, string b, bool ofPart = false)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1).Select(j => ofPart ? 0 : j)], above = [], twoAbove;
        for (int i = 1; i <= a.Length; i++)
        {
            (twoAbove, above, row) = (above, row, new int[b.Length + 1]);
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
        }
        return ofPart ? row.Min() : row[b.Length];
    }
}
