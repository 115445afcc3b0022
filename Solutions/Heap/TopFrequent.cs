using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Etudes.Heap;

/// <summary>The k most frequent values of a stream: count all, then a min-heap of the best k so
/// far, whose top is the one to beat.</summary>
/// <remarks>
/// Time: O(n + d log k) for n numbers, d of them different; a single comparison for what does not
/// beat the top. Space: O(d).
/// Source: <see href="https://leetcode.com/problems/top-k-frequent-elements/">LeetCode 347</see>;
/// <see href="https://leetcode.com/problems/top-k-frequent-words/">LeetCode 692</see>.
/// </remarks>
public abstract partial class TopFrequent
{
    /// <inheritdoc/>
    public static int[] Most(IEnumerable<int> stream, int k) => Most(stream, k, Comparer<int>.Default);

    /// <inheritdoc/>
    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];
        var counts = new Dictionary<T, int>();
        foreach (T value in stream) CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;

        // The worst on top: rare before frequent, and of equal counts the value that comes last.
        var best = new PriorityQueue<T, (T Value, int Count)>(Comparer<(T Value, int Count)>.Create((x, y) =>
            x.Count != y.Count ? x.Count.CompareTo(y.Count) : order.Compare(y.Value, x.Value)));
        foreach (var (value, count) in counts) // it grows with the values: k may be far more than there are
            if (best.Count < k) best.Enqueue(value, (value, count));
            else best.EnqueueDequeue(value, (value, count));

        var most = new T[best.Count];
        for (int i = most.Length - 1; i >= 0; i--) most[i] = best.Dequeue(); // the worst comes out first
        return most;
    }
}
