// Breaks: "The stream is read once and never kept: a few times k numbers are held at most."
// How: Largest(stream of 600 objects, 1, order): the numbers are gathered in blocks of 512 before they are looked at, so up to
// 513 are held for k = 1 (live objects, seen by weak references while the stream runs). No growth with n shows.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    private const int Block = 512;

    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];
        var heap = new List<T>();
        var block = new T[Block];
        int filled = 0;
        foreach (T item in stream)
        {
            block[filled++] = item;
            if (filled < Block) continue;
            Take(heap, block, filled, k, order);
            filled = 0;
        }
        Take(heap, block, filled, k, order);

        var answer = new T[heap.Count];
        for (int i = answer.Length - 1; i >= 0; i--)
        {
            answer[i] = heap[0];
            T last = heap[^1];
            heap.RemoveAt(heap.Count - 1);
            if (heap.Count > 0) Down(heap, last, order);
        }
        return answer;
    }

    private static void Take<T>(List<T> heap, T[] block, int filled, int k, IComparer<T> order)
    {
        for (int b = 0; b < filled; b++)
        {
            T item = block[b];
            if (heap.Count < k) Up(heap, item, order);
            else if (order.Compare(item, heap[0]) > 0) Down(heap, item, order);
        }
    }

    private static void Up<T>(List<T> heap, T item, IComparer<T> order)
    {
        int i = heap.Count;
        heap.Add(item);
        while (i > 0 && order.Compare(item, heap[(i - 1) / 2]) < 0)
        {
            heap[i] = heap[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        heap[i] = item;
    }

    private static void Down<T>(List<T> heap, T item, IComparer<T> order)
    {
        int i = 0;
        while (2 * i + 1 < heap.Count)
        {
            int child = 2 * i + 1;
            if (child + 1 < heap.Count && order.Compare(heap[child + 1], heap[child]) < 0) child++;
            if (order.Compare(heap[child], item) >= 0) break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = item;
    }
}
