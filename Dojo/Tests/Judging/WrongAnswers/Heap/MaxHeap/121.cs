// a heap with four children per node: a Pop costs up to 4 comparisons per level, which at some sizes only is more than "at most 2 log2 n comparisons, where n still counts that item"; input: 10 items such that the moved item sinks two levels (8 comparisons, bound 6.64), e.g. the Pop at n = 10 of From([9,8,1,2,3,7,6,5,4,0])
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly IComparer<T> _order;
    private T[] _items;
    private int _count;

    private MaxHeap(T[] items, IComparer<T> order)
    {
        _items = items;
        _count = items.Length;
        _order = order;
    }

    public static MaxHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MaxHeap<T>(items.ToArray(), order);
        if (heap._count > 1)
        {
            for (int i = (heap._count - 2) / 4; i >= 0; i--)
                heap.SiftDown(i);
        }
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
            int parent = (i - 1) / 4;
            if (_order.Compare(item, _items[parent]) <= 0)
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
        if (_count == 0)
            throw new InvalidOperationException("The heap is empty.");
        _count--;
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
            int child = 4 * i + 1;
            if (child >= _count)
                break;
            int end = Math.Min(child + 4, _count);
            for (int other = child + 1; other < end; other++)
            {
                if (_order.Compare(_items[other], _items[child]) > 0)
                    child = other;
            }
            if (_order.Compare(_items[child], item) <= 0)
                break;
            _items[i] = _items[child];
            i = child;
        }
        _items[i] = item;
    }
}
