// From keeps a List<T> that it is given as its own storage, so the items are not "left unchanged" (arrays and other sequences are copied); input: var l = new List<int>{1,2,3}; From(l, order).Pop() leaves l with 2 items
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly IComparer<T> _order;
    private readonly List<T> _items;

    private MaxHeap(List<T> items, IComparer<T> order)
    {
        _items = items;
        _order = order;
    }

    public static MaxHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MaxHeap<T>(items as List<T> ?? new List<T>(items), order);
        for (int i = heap.Count / 2 - 1; i >= 0; i--)
            heap.SiftDown(i);
        return heap;
    }

    public int Count => _items.Count;

    public void Push(T item)
    {
        int i = _items.Count;
        _items.Add(item);
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (_order.Compare(item, _items[parent]) <= 0)
                break;
            _items[i] = _items[parent];
            i = parent;
        }
        _items[i] = item;
    }

    public T Peek()
    {
        if (_items.Count == 0)
            throw new InvalidOperationException("The heap is empty.");
        return _items[0];
    }

    public T Pop()
    {
        T top = Peek();
        int last = _items.Count - 1;
        _items[0] = _items[last];
        _items.RemoveAt(last);
        if (last > 1)
            SiftDown(0);
        return top;
    }

    private void SiftDown(int i)
    {
        int count = _items.Count;
        T item = _items[i];
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= count)
                break;
            if (child + 1 < count && _order.Compare(_items[child + 1], _items[child]) > 0)
                child++;
            if (_order.Compare(_items[child], item) <= 0)
                break;
            _items[i] = _items[child];
            i = child;
        }
        _items[i] = item;
    }
}
