// Breaks: "Room for k is not made before there are k numbers."
// How: Largest([3, 1], 65 536) (or any larger k) reserves 65 536 places at once, 256 KB for ints and 512 KB for references, though two
// numbers come.
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
        var heap = new List<T>(Math.Min(k, 1 << 16));
        foreach (T item in stream)
        {
            if (heap.Count < k)
            {
                heap.Add(item);
                int i = heap.Count - 1;
                while (i > 0 && order.Compare(item, heap[(i - 1) / 2]) < 0)
                {
                    heap[i] = heap[(i - 1) / 2];
                    i = (i - 1) / 2;
                }
                heap[i] = item;
            }
            else if (order.Compare(item, heap[0]) > 0) Sink(heap, heap.Count, item, order);
        }
        T[] result = new T[heap.Count];
        for (int left = heap.Count; left > 0; left--)
        {
            result[left - 1] = heap[0];
            Sink(heap, left - 1, heap[left - 1], order);
        }
        return result;
    }

    static void Sink<T>(List<T> heap, int count, T item, IComparer<T> order)
    {
        if (count == 0) return;
        int i = 0;
        while (2 * i + 1 < count)
        {
            int child = 2 * i + 1;
            if (child + 1 < count && order.Compare(heap[child + 1], heap[child]) < 0) child++;
            if (order.Compare(heap[child], item) >= 0) break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = item;
    }
}
