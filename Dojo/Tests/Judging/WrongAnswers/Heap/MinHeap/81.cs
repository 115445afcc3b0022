// Breaks: "With the growth of the array it takes O(log n), amortised." (of Push)
// How: the array grows by 32 places whenever it is full, so 300 000 pushes, in ascending order for example, copy about n^2 / 64 =
// 1.4 * 10^9 items (and allocate as many) where doubling copies 3 * 10^5. Comparisons are as promised.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    const int Block = 32;
    readonly IComparer<T> _order;
    T[] _items = new T[Block];
    int _count;

    MinHeap(IComparer<T> order) => _order = order;

    public static MinHeap<T> Empty(IComparer<T> order) => new(order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var list = new List<T>(items);
        var heap = new MinHeap<T>(order) { _items = new T[list.Count + Block], _count = list.Count };
        list.CopyTo(heap._items);
        for (int i = heap._count / 2 - 1; i >= 0; i--) heap.Sink(i, heap._items[i]);
        return heap;
    }

    public int Count => _count;

    public void Push(T item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, _count + Block);
        int i = _count++;
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (_order.Compare(item, _items[parent]) >= 0) break;
            _items[i] = _items[parent];
            i = parent;
        }
        _items[i] = item;
    }

    public T Peek() => _count > 0 ? _items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Pop()
    {
        T top = Peek(), last = _items[--_count];
        _items[_count] = default!;
        if (_count > 0) Sink(0, last);
        return top;
    }

    void Sink(int i, T item)
    {
        while (2 * i + 1 < _count)
        {
            int child = 2 * i + 1;
            if (child + 1 < _count && _order.Compare(_items[child + 1], _items[child]) < 0) child++;
            if (_order.Compare(item, _items[child]) <= 0) break;
            _items[i] = _items[child];
            i = child;
        }
        _items[i] = item;
    }
}
