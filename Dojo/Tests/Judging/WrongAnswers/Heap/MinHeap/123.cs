// Pop only leaves a hole at the root, which the next operation fills: a Push after a Pop sinks the new item from the root with up to 2 log2 n comparisons ("at most log2 n + 1"), and Peek after a Pop is not O(1); input: From(0..1023), Pop, Push(5000) takes 18 or more comparisons instead of at most 11
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly IComparer<T> _order;
    private T[] _items;
    private int _size;      // counts the hole
    private bool _hole;     // the root was taken and nothing has come in its place yet

    private MinHeap(T[] items, IComparer<T> order)
    {
        _items = items;
        _size = items.Length;
        _order = order;
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MinHeap<T>(items.ToArray(), order);
        for (int i = heap._size / 2 - 1; i >= 0; i--)
            heap.SiftDown(i);
        return heap;
    }

    public int Count => _hole ? _size - 1 : _size;

    public void Push(T item)
    {
        if (_hole)
        {
            _hole = false;      // pop and push are one replacement
            _items[0] = item;
            SiftDown(0);
            return;
        }
        if (_size == _items.Length)
            Array.Resize(ref _items, Math.Max(16, 2 * _items.Length));
        int i = _size++;
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
        if (Count == 0)
            throw new InvalidOperationException("The heap is empty.");
        Fill();
        return _items[0];
    }

    public T Pop()
    {
        if (Count == 0)
            throw new InvalidOperationException("The heap is empty.");
        Fill();
        T top = _items[0];
        _items[0] = default!;
        _hole = true;
        return top;
    }

    private void Fill()
    {
        if (!_hole)
            return;
        _hole = false;
        _size--;
        _items[0] = _items[_size];
        _items[_size] = default!;
        if (_size > 1)
            SiftDown(0);
    }

    private void SiftDown(int i)
    {
        T item = _items[i];
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= _size)
                break;
            if (child + 1 < _size && _order.Compare(_items[child + 1], _items[child]) < 0)
                child++;
            if (_order.Compare(_items[child], item) >= 0)
                break;
            _items[i] = _items[child];
            i = child;
        }
        _items[i] = item;
    }
}
