// Breaks: "O(log n), at most 2 log2 n comparisons, where n still counts that item." (of Pop)
// How: a heap of three children per node, on average as cheap; but from 17 items (0 .. 16), 16 are left after the top leaves, and a last
// item that sinks along 0, 1, 4, 13..15 costs 3 + 3 + 3 = 9 comparisons, where 2 log2 17 = 8.17. Likewise for 44 .. 63 items, 12 > 11.9.
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    const int Fan = 3;
    readonly IComparer<T> _order;
    readonly List<T> _items;

    MaxHeap(List<T> items, IComparer<T> order)
    {
        _items = items;
        _order = order;
        if (items.Count > 1)
            for (int i = (items.Count - 2) / Fan; i >= 0; i--) Sink(i, items[i]);
    }

    public static MaxHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order) => new(items.ToList(), order);

    public int Count => _items.Count;

    public void Push(T item)
    {
        int i = _items.Count;
        _items.Add(item);
        while (i > 0)
        {
            int parent = (i - 1) / Fan;
            if (_order.Compare(item, _items[parent]) <= 0) break;
            _items[i] = _items[parent];
            i = parent;
        }
        _items[i] = item;
    }

    public T Peek() => _items.Count > 0 ? _items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Pop()
    {
        T top = Peek(), last = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        if (_items.Count > 0) Sink(0, last);
        return top;
    }

    void Sink(int i, T item)
    {
        while (Fan * i + 1 < _items.Count)
        {
            int best = Fan * i + 1, end = Math.Min(Fan * i + Fan, _items.Count - 1);
            for (int child = best + 1; child <= end; child++)
                if (_order.Compare(_items[child], _items[best]) > 0) best = child;
            if (_order.Compare(_items[best], item) <= 0) break;
            _items[i] = _items[best];
            i = best;
        }
        _items[i] = item;
    }
}
