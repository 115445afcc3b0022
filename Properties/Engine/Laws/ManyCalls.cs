namespace Etudes.Engine;

/// <summary>
/// More calls than 16 bits count. A number of the call that is kept as a mark comes round again after 255, 256, 65 535 or 65 536
/// calls, and what was marked with it then seems to be marked now.
/// </summary>
public static class ManyCalls
{
    private static readonly int[] s_apart = [255, 256, 65_535, 65_536];

    /// <summary>
    /// What each call asks: 0..different-1 at first, and each of them again, as different + i, so many calls later that a mark may have
    /// come round. It is -1 in between, for something else that is small.
    /// </summary>
    public static IEnumerable<int> Order(int different)
    {
        for (int call = 0; call < different + s_apart[^1]; call++)
            yield return call < different ? call : Again(call, different);
    }

    /// <summary>The same for whom every call meets all that an earlier one has met: after each distance it asks once more, and only then
    /// begins with the next one.</summary>
    /// <returns>False for something else that is small.</returns>
    public static IEnumerable<bool> OneByOne() => s_apart.SelectMany(apart => Enumerable.Range(0, apart + 1).Select(call => call == 0 || call == apart));

    private static int Again(int call, int different)
    {
        for (int k = 0; k < s_apart.Length; k++)
        {
            int first = call - s_apart[k];
            if (first >= 0 && first < different && first % s_apart.Length == k) return different + first;
        }
        return -1;
    }
}
