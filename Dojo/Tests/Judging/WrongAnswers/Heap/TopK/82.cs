// Breaks: "The k largest numbers in descending order, equal ones as often as they come; all of them, if the stream holds fewer." (by
// ITopKByOrder: the same under any order)
// How: Largest<string?>(["a", null, "b"], 3, Comparer<string?>.Default): null is an item that the order can place (the least), but it is
// skipped, and ["b", "a"] comes back instead of ["b", "a", null].
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
        var heap = new PriorityQueue<T, T>(order);
        foreach (T item in stream)
        {
            if (item is null) continue;
            if (heap.Count < k) heap.Enqueue(item, item);
            else if (order.Compare(item, heap.Peek()) > 0) heap.DequeueEnqueue(item, item);
        }
        T[] result = new T[heap.Count];
        for (int i = result.Length - 1; i >= 0; i--) result[i] = heap.Dequeue();
        return result;
    }
}
