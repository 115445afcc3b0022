// Pop counts down before it looks, so a Pop of an empty heap throws InvalidOperationException as promised but leaves Count at -1 ("How many items the heap holds") and the next Push fails; input: Empty, Pop (caught), then Count or Push(1)
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly IComparer<T> _order;
    private T[] _items;
    private int _count;

    private MinHeap(T[] items, IComparer<T> order)
    {
        _items = items;
        _count = items.Length;
        _order = order;
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MinHeap<T>(items.ToArray(), order);
        for (int i = heap._count / 2 - 1; i >= 0; i--)
            heap.SiftDown(i);
        return heap;
    }

    public int Count => _count;

    public void Push(T item)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, Math.Max(16, 2 * _items.Length));
        int i = _count++;
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (_order.Compare(item, _items[parent]) >= 0)
                break;
            _items[i] = _items[parent];
            i = parent;
        }
        _items[i] = item;
    }

    public T Peek()
    {
        if (_count <= 0)
            throw new InvalidOperationException("The heap is empty.");
        return _items[0];
    }

    public T Pop()
    {
        if (--_count < 0)
            throw new InvalidOperationException("The heap is empty.");
        T top = _items[0];
        _items[0] = _items[_count];
        _items[_count] = default!;
        if (_count > 1)
            SiftDown(0);
        return top;
    }

    private void SiftDown(int i)
    {
        T item = _items[i];
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= _count)
                break;
            if (child + 1 < _count && _order.Compare(_items[child + 1], _items[child]) < 0)
                child++;
            if (_order.Compare(_items[child], item) >= 0)
                break;
            _items[i] = _items[child];
            i = child;
        }
        _items[i] = item;
    }
}
