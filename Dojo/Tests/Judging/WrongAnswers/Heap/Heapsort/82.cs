// Breaks: "Puts the items into ascending order, in place; items that tie may come in any order."
// How: Heapsort.Sort<object>(new string[] { "b", "a" }, order): a string[] is an object[] in C#, but a Span<object> over it is refused
// with ArrayTypeMismatchException, and nothing is sorted.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        Span<T> heap = items;
        for (int i = heap.Length / 2 - 1; i >= 0; i--) Sink(heap, i, order);
        for (int end = heap.Length - 1; end > 0; end--)
        {
            (heap[0], heap[end]) = (heap[end], heap[0]);
            Sink(heap[..end], 0, order);
        }
    }

    static void Sink<T>(Span<T> heap, int i, IComparer<T> order)
    {
        T item = heap[i];
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= heap.Length) break;
            if (child + 1 < heap.Length && order.Compare(heap[child], heap[child + 1]) < 0) child++;
            if (order.Compare(item, heap[child]) >= 0) break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = item;
    }
}
