using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>A row per query with 1 where it may see a key: how it is drawn, and what is smaller.</summary>
internal static class SeenKeys
{
    /// <summary>Most keys are seen.</summary>
    public static Gen<int[][]> Generator(int queries, int keys) => Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Constant(0))).ArrayOf(keys).ArrayOf(queries);

    /// <summary>One key more is seen.</summary>
    public static IEnumerable<int[][]> Smaller(int[][] seen) =>
        Shrink.List(seen, row => Shrink.List(row, one => one == 0 ? [1] : []).Where(smaller => smaller.Length == row.Length)).Where(smaller => smaller.Length == seen.Length);

    public static T[] Without<T>(T[] items, int at) => [.. items[..at], .. items[(at + 1)..]];
}
