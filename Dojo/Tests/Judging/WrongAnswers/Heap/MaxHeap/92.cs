// Breaks: "A heap of these items, read once and left unchanged."
// How: A stream of a type of its own that is an IReadOnlyCollection<T> but no ICollection<T> is read twice: LINQ's Count()
// does not know that interface and enumerates, then the loop enumerates again. Arrays, lists and lazy streams are read once.
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly IComparer<T> order;
    private T[] items;
    private int count;

    private MaxHeap(IComparer<T> order, T[] room)
    {
        this.order = order;
        items = room;
    }

    public static MaxHeap<T> Empty(IComparer<T> order) => new(order, []);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        // Whoever knows its count gets an array of just that length.
        var heap = new MaxHeap<T>(order, items is IReadOnlyCollection<T> or ICollection<T> ? new T[items.Count()] : []);
        foreach (T item in items) heap.Append(item);
        for (int i = heap.count / 2 - 1; i >= 0; i--) heap.SiftDown(i);
        return heap;
    }

    public int Count => count;

    public void Push(T item)
    {
        Append(item);
        for (int i = count - 1; i > 0;)
        {
            int parent = (i - 1) / 2;
            if (order.Compare(items[i], items[parent]) <= 0) break;
            (items[i], items[parent]) = (items[parent], items[i]);
            i = parent;
        }
    }

    public T Peek() => count == 0 ? throw new InvalidOperationException("Empty heap.") : items[0];

    public T Pop()
    {
        T top = Peek();
        items[0] = items[--count];
        items[count] = default!;
        SiftDown(0);
        return top;
    }

    private void Append(T item)
    {
        if (count == items.Length) Array.Resize(ref items, Math.Max(8, count * 2));
        items[count++] = item;
    }

    private void SiftDown(int i)
    {
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= count) return;
            if (child + 1 < count && order.Compare(items[child + 1], items[child]) > 0) child++;
            if (order.Compare(items[child], items[i]) <= 0) return;
            (items[i], items[child]) = (items[child], items[i]);
            i = child;
        }
    }
}
