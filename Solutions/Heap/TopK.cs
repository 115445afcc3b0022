using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>The k largest of a stream: a min-heap of the best k so far, whose top is the one
/// to beat.</summary>
/// <remarks>
/// Time: O(n log k), a single comparison for what does not beat the top. Space: at most k items,
/// never more than the stream has.
/// Source: <see href="https://leetcode.com/problems/kth-largest-element-in-a-stream/">LeetCode
/// 703</see>.
/// </remarks>
public abstract partial class TopK
{
    /// <inheritdoc/>
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    /// <inheritdoc/>
    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];
        using var rest = stream.GetEnumerator();
        T[] heap = First(rest, k);
        for (int i = heap.Length / 2 - 1; i >= 0; i--) SiftDown(heap, heap.Length, i, heap[i], order);

        while (heap.Length == k && rest.MoveNext())
        {
            T item = rest.Current;
            if (order.Compare(item, heap[0]) > 0) SiftDown(heap, k, 0, item, order);
        }

        // Heapsort: a min-heap, emptied from its end, lies there in descending order.
        for (int end = heap.Length - 1; end > 0; end--)
        {
            T last = heap[end];
            heap[end] = heap[0];
            SiftDown(heap, end, 0, last, order);
        }
        return heap;
    }

    private static T[] First<T>(IEnumerator<T> stream, int k)
    {
        var first = new List<T>(); // it grows with the stream: k may be far more than there is
        while (first.Count < k && stream.MoveNext()) first.Add(stream.Current);
        return [.. first];
    }

    /// <summary>Puts an item into the hole, or below it in a heap of n; smaller children
    /// move up.</summary>
    private static void SiftDown<T>(T[] heap, int n, int hole, T item, IComparer<T> order)
    {
        for (int child = 2 * hole + 1; child < n; child = 2 * hole + 1)
        {
            if (child + 1 < n && order.Compare(heap[child + 1], heap[child]) < 0) child++;
            if (order.Compare(item, heap[child]) <= 0) break;
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = item;
    }
}
