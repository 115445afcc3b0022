using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>The k smallest sums of two sorted lists: each number of the first list begins a row of
/// pairs, and a min-heap holds the next pair of each row that has begun.</summary>
/// <remarks>
/// Time: O(k log k). Space: O(k).
/// Source: <see href="https://leetcode.com/problems/find-k-pairs-with-smallest-sums/">LeetCode
/// 373</see>.
/// </remarks>
public abstract partial class SortedPairs
{
    /// <inheritdoc/>
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var smallest = new List<(int I, int J, long Sum)>(); // it grows with the pairs: k may be far more than there are
        var next = new PriorityQueue<(int I, int J), long>();
        Offer(0, 0);
        while (smallest.Count < k && next.TryDequeue(out var pair, out long sum))
        {
            smallest.Add((pair.I, pair.J, sum));
            // A row begins no earlier than the one before: its first sum is no smaller.
            if (pair.J == 0) Offer(pair.I + 1, 0);
            Offer(pair.I, pair.J + 1);
        }
        return [.. smallest];

        void Offer(int i, int j)
        {
            if (i < first.Count && j < second.Count) next.Enqueue((i, j), (long)first[i] + second[j]);
        }
    }
}
