// Breaks: "Adds an item."
// How: From([], order) makes an array without places, and doubling it leaves none: the first Push throws IndexOutOfRangeException. Empty,
// and From of one item or more, also after all have been popped, are fine.
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    readonly IComparer<T> _order;
    T[] _items;
    int _count;

    MinHeap(T[] items, int count, IComparer<T> order)
    {
        _items = items;
        _count = count;
        _order = order;
        for (int i = count / 2 - 1; i >= 0; i--) Sink(i);
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new(new T[16], 0, order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        T[] copy = items.ToArray();
        return new MinHeap<T>(copy, copy.Length, order);
    }

    public int Count => _count;

    public void Push(T item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, _items.Length * 2);
        _items[_count] = item;
        for (int i = _count++; i > 0; i = (i - 1) / 2)
        {
            ref T parent = ref _items[(i - 1) / 2];
            if (_order.Compare(parent, _items[i]) <= 0) break;
            (parent, _items[i]) = (_items[i], parent);
        }
    }

    public T Peek()
    {
        if (_count == 0) throw new InvalidOperationException("The heap is empty.");
        return _items[0];
    }

    public T Pop()
    {
        T top = Peek();
        _items[0] = _items[--_count];
        _items[_count] = default!;
        Sink(0);
        return top;
    }

    void Sink(int i)
    {
        for (int child; (child = 2 * i + 1) < _count; i = child)
        {
            if (child + 1 < _count && _order.Compare(_items[child], _items[child + 1]) > 0) child++;
            if (_order.Compare(_items[i], _items[child]) <= 0) break;
            (_items[i], _items[child]) = (_items[child], _items[i]);
        }
    }
}
