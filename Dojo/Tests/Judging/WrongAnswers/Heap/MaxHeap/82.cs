// Breaks: "Of a comparison only the sign counts"
// How: an order that returns int.MinValue for "less": the choice of the larger child without a branch subtracts 1 from the result, which
// wraps round to int.MaxValue, and the smaller right child is taken. From([0, 3, 2]).Peek() gives 2.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    readonly IComparer<T> _order;
    T[] _items = new T[8];
    int _count;

    MaxHeap(IComparer<T> order) => _order = order;

    public static MaxHeap<T> Empty(IComparer<T> order) => new(order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MaxHeap<T>(order);
        foreach (T item in items) heap.Append(item);
        for (int i = heap._count / 2 - 1; i >= 0; i--) heap.Sink(i, heap._items[i]);
        return heap;
    }

    public int Count => _count;

    void Append(T item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, 2 * _count);
        _items[_count++] = item;
    }

    public void Push(T item)
    {
        Append(item);
        int i = _count - 1;
        for (int parent; i > 0 && _order.Compare(_items[parent = (i - 1) >> 1], item) < 0; i = parent)
            _items[i] = _items[parent];
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
        int child;
        while ((child = 2 * i + 1) < _count)
        {
            // Without a branch that the processor could mispredict: one further when the right child is larger.
            if (child + 1 < _count)
                child += 1 + (unchecked(_order.Compare(_items[child + 1], _items[child]) - 1) >> 31);
            if (_order.Compare(_items[child], item) <= 0) break;
            _items[i] = _items[child];
            i = child;
        }
        _items[i] = item;
    }
}
