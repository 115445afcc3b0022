namespace Etudes.Dojo;

/// <summary>What somebody may have meant by a word that is none of ours.</summary>
internal static class NearestName
{
    /// <summary>The words by their distance from the given one, whatever their case.</summary>
    public static IEnumerable<string> To(string given, IEnumerable<string> words) =>
        words.OrderBy(word => Distance(word.ToLowerInvariant(), given.ToLowerInvariant()));

    /// <summary>Levenshtein's, one row at a time.</summary>
    public static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
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
        return row[b.Length];
    }
}
