// sorts through a Span<T>, which an array of a more special type does not convert to: "Puts the items into ascending order" fails with ArrayTypeMismatchException for a covariant array; input: Sort<object>(new string[] { "b", "a" }, Comparer<object>.Default)
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        Span<T> heap = items;
        for (int i = heap.Length / 2 - 1; i >= 0; i--)
            SiftDown(heap, i, order);
        while (heap.Length > 1)
        {
            int last = heap.Length - 1;
            (heap[0], heap[last]) = (heap[last], heap[0]);
            heap = heap[..last];
            SiftDown(heap, 0, order);
        }
    }

    private static void SiftDown<T>(Span<T> heap, int i, IComparer<T> order)
    {
        T item = heap[i];
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= heap.Length)
                break;
            if (child + 1 < heap.Length && order.Compare(heap[child + 1], heap[child]) > 0)
                child++;
            if (order.Compare(heap[child], item) <= 0)
                break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = item;
    }
}
