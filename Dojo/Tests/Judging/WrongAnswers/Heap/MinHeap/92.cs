// Breaks: "Takes out the item that <see cref="Peek"/> gives."
// How: Items that tie and can be told apart: Push(1a), Push(1b). Peek gives the newer 1b (the remembered least item),
// Pop takes out 1a, which still stands at the root.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly IComparer<T> order;
    private readonly List<T> items;
    private T least = default!;

    private MinHeap(List<T> items, IComparer<T> order)
    {
        this.items = items;
        this.order = order;
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MinHeap<T>([.. items], order);
        for (int i = heap.Count / 2 - 1; i >= 0; i--) heap.Down(i);
        heap.Remember();
        return heap;
    }

    public int Count => items.Count;

    public void Push(T item)
    {
        // One comparison keeps the least item at hand; the climb takes at most log2 n.
        if (Count == 0 || order.Compare(item, least) <= 0) least = item;
        int i = Count;
        items.Add(item);
        while (i > 0)
        {
            int parent = (i - 1) >> 1;
            if (order.Compare(item, items[parent]) >= 0) break;
            items[i] = items[parent];
            i = parent;
        }
        items[i] = item;
    }

    public T Peek()
    {
        if (Count == 0) throw new InvalidOperationException("Nothing to peek at.");
        return least;
    }

    public T Pop()
    {
        if (Count == 0) throw new InvalidOperationException("Nothing to pop.");
        T top = items[0];
        items[0] = items[^1];
        items.RemoveAt(Count - 1);
        if (Count > 1) Down(0);
        Remember();
        return top;
    }

    private void Remember() => least = Count > 0 ? items[0] : default!;

    private void Down(int i)
    {
        T item = items[i];
        for (int child = 2 * i + 1; child < Count; child = 2 * i + 1)
        {
            if (child + 1 < Count && order.Compare(items[child + 1], items[child]) < 0) child++;
            if (order.Compare(items[child], item) >= 0) break;
            items[i] = items[child];
            i = child;
        }
        items[i] = item;
    }
}
