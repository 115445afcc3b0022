using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>Sorting in place: the array becomes a max-heap, whose top then goes to the end, again
/// and again.</summary>
/// <remarks>
/// Time: O(n log n), at most 2n log2 n + 2n comparisons. Space: O(1) beside the array.
/// Source: <see href="https://doi.org/10.1145/512274.512284">Williams, Algorithm 232: Heapsort,
/// 1964</see>; in place:
/// <see href="https://doi.org/10.1145/355588.365103">Floyd, Algorithm 245: Treesort 3, 1964</see>.
/// </remarks>
public abstract partial class Heapsort
{
    /// <inheritdoc/>
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        int n = items.Length;
        for (int i = n / 2 - 1; i >= 0; i--) SiftDown(items, n, i, items[i], order);

        // What the heap leaves at the end of the array is in order, and nothing in the heap
        // is larger.
        for (int end = n - 1; end > 0; end--)
        {
            T last = items[end];
            items[end] = items[0];
            SiftDown(items, end, 0, last, order);
        }
    }

    /// <summary>Puts an item into the hole, or below it in a heap of n; larger children move up, so
    /// that each level is written once.</summary>
    private static void SiftDown<T>(T[] heap, int n, int hole, T item, IComparer<T> order)
    {
        for (int child = 2 * hole + 1; child < n; child = 2 * hole + 1)
        {
            if (child + 1 < n && order.Compare(heap[child], heap[child + 1]) < 0) child++;
            if (order.Compare(item, heap[child]) >= 0) break;
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = item;
    }
}
