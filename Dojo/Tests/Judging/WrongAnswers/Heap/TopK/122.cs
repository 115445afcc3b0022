// descending order is made by negating the comparer's result, and -int.MinValue is int.MinValue ("by the sign of what order returns"): Largest([1, 2, 3], 3, order) with an order that returns int.MinValue for less and int.MaxValue for more is not [3, 2, 1]
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var kept = new PriorityQueue<T, T>(order);
        foreach (T item in stream)
        {
            if (kept.Count < k) kept.Enqueue(item, item);
            else if (order.Compare(item, kept.Peek()) > 0) kept.EnqueueDequeue(item, item);
        }

        var result = new T[kept.Count];
        int count = 0;
        foreach (var (item, _) in kept.UnorderedItems) result[count++] = item;
        Array.Sort(result, (a, b) => -order.Compare(a, b));
        return result;
    }
}
