using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Etudes.Graph;

/// <summary>
/// Kruskal's minimum spanning forest for large graphs. It is fast by a radix sort of words that
/// hold weight and index, and by a scan in blocks: it asks at once for the memory that the edges of
/// a block need, so that the cache misses overlap.
/// </summary>
/// <remarks>
/// Time: O(n + m (b + α(n))) for differences of weights of at most b bytes. Where such a difference
/// and an index do not fit into 64 bits together, Kruskal's O(n + m log m). Space: O(n + m).
/// Needs: Kruskal.
/// It is over 100 lines since sort, scan and union-find are all written out for speed.
/// Source: Knuth, The Art of Computer Programming 3, 5.2.5 (radix sort);
/// <see href="https://doi.org/10.1145/62.2160">Tarjan, van Leeuwen, 1984</see> (path halving);
/// <see href="https://drops.dagstuhl.de/opus/volltexte/2020/11801">Alistarh, Fedorov, Koval,
/// 2019</see> (cache misses decide union-find).
/// </remarks>
public abstract partial class RadixKruskal
{
    private const int Block = 32; // edges

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a contest program is over before the runtime compiles this for a second time
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        long least = long.MaxValue, most = long.MinValue;
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            (least, most) = (Math.Min(least, weight), Math.Max(most, weight));
        }
        int indexBits = BitLength((ulong)edges.Length), bits = indexBits + BitLength((ulong)most - (ulong)least);
        if (bits > 64) return Kruskal.Forest(vertices, edges);

        // From the least weight upwards: the difference of two longs fits into a ulong.
        var keys = GC.AllocateUninitializedArray<ulong>(edges.Length);
        for (int i = 0; i < keys.Length; i++) keys[i] = ((ulong)edges[i].Weight - (ulong)least) << indexBits | (uint)i;
        var spare = GC.AllocateUninitializedArray<ulong>(edges.Length);
        for (int shift = indexBits; shift < bits; shift += 8) // the indices ascend as they are
        {
            SortByByte(keys, spare, shift);
            (keys, spare) = (spare, keys);
        }
        return Scan(vertices, edges, keys, indexBits);
    }

    private static int BitLength(ulong number) => 64 - BitOperations.LeadingZeroCount(number);

    /// <summary>A stable counting sort by one byte.</summary>
    private static void SortByByte(ulong[] keys, ulong[] sorted, int shift)
    {
        Span<int> place = stackalloc int[256];
        place.Clear();
        foreach (ulong key in keys) place[(byte)(key >> shift)]++;
        int before = 0;
        foreach (ref int next in place) (next, before) = (before, before + next);
        foreach (ulong key in keys) sorted[place[(byte)(key >> shift)]++] = key;
    }

    private static (int[] Edges, long Total) Scan(int vertices, (int U, int V, long Weight)[] edges, ulong[] keys, int indexBits)
    {
        var link = GC.AllocateUninitializedArray<int>(vertices); // union-find: a root holds minus the size of its tree, any other its parent
        for (int v = 0; v < link.Length; v++) link[v] = -1;
        int taken = 0; // the edges of the forest are those of keys[..taken], written over keys already read
        Int128 total = 0; // partial sums may leave 64 bits and come back
        Span<int> us = stackalloc int[Block], vs = stackalloc int[Block];
        for (int start = 0; start < keys.Length && taken < vertices - 1; start += Block)
        {
            var block = keys.AsSpan(start, Math.Min(Block, keys.Length - start));
            for (int j = 0; j < block.Length; j++) (us[j], vs[j], _) = edges[Index(block[j])];
            for (int j = 0; j < block.Length; j++) (us[j], vs[j]) = (Up(link, us[j]), Up(link, vs[j]));
            for (int j = 0; j < block.Length; j++)
            {
                int large = Find(link, us[j]), small = Find(link, vs[j]);
                if (large == small) continue;
                if (link[large] > link[small]) (large, small) = (small, large);
                link[large] += link[small];
                link[small] = large;
                total += edges[Index(keys[taken++] = block[j])].Weight;
            }
        }
        var forest = new int[taken];
        for (int i = 0; i < taken; i++) forest[i] = Index(keys[i]);
        return (forest, checked((long)total));

        int Index(ulong key) => (int)(key & (1UL << indexBits) - 1);
    }

    /// <summary>The parent, or the vertex itself if it is a root, without a branch to
    /// be predicted.</summary>
    private static int Up(int[] link, int x)
    {
        int parent = link[x];
        return parent ^ ((parent ^ x) & parent >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(int[] link, int x)
    {
        for (int parent = link[x]; parent >= 0; parent = link[x])
        {
            int grandparent = link[parent];
            if (grandparent < 0) return parent;
            x = link[x] = grandparent; // half of the way is passed over
        }
        return x;
    }
}
