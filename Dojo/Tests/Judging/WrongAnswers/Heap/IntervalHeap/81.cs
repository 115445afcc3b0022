// Breaks: "Adds an item. O(log n)." and "Removes Min and returns it. O(log n)."
// How: 131 072 pushes, then again and again Push, PopMin, PopMin, Push: the array is halved as soon as half of it is enough and doubled
// one push later, so each such round copies some 260 000 items; 40 000 rounds copy 10^10. Plain filling and emptying is fast.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    readonly IComparer<T> _order;
    T[] _items = new T[16];
    int _count;

    IntervalHeap(IComparer<T> order) => _order = order;

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => _count;

    public T Min => _count > 0 ? _items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Max => _count > 0 ? _items[_count > 1 ? 1 : 0] : throw new InvalidOperationException("The heap is empty.");

    public void Push(T item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, 2 * _count);
        int at = _count++;
        if (at == 0)
        {
            _items[0] = item;
            return;
        }
        if (at % 2 == 1)
        {
            T low = _items[at - 1];
            int sign = _order.Compare(item, low);

            if (sign < 0)
            {
                _items[at] = low;
                Rise(at - 1, item, 0);
            }
            else Rise(at, item, 1);
            return;
        }
        int parent = Parent(at);
        if (_order.Compare(item, _items[parent]) < 0) Rise(at, item, 0);
        else Rise(at, item, 1);
    }

    // The place of the parent's low end.
    static int Parent(int at) => (at / 2 - 1) / 2 * 2;

    // Whether x belongs further out than y: below it on side 0, above it on side 1.
    bool Beyond(T x, T y, int side) => side == 0 ? _order.Compare(x, y) < 0 : _order.Compare(x, y) > 0;

    void Rise(int at, T item, int side)
    {
        while (at >= 2)
        {
            int parent = Parent(at) + side;
            if (!Beyond(item, _items[parent], side)) break;
            _items[at] = _items[parent];
            at = parent;
        }
        _items[at] = item;
    }

    public T PopMin()
    {
        T result = Min;
        Remove(0);
        return result;
    }

    public T PopMax()
    {
        T result = Max;
        if (_count == 1) Remove(0);
        else Remove(1);
        return result;
    }

    void Remove(int side)
    {
        T item = _items[--_count];
        _items[_count] = default!;
        if (_count > side)
        {
            int node = 0;
            while (true)
            {
                int child = 2 * node + 1, best = -1;
                for (int c = child; c <= child + 1; c++)
                {
                    if (2 * c >= _count) break;
                    int end = Math.Min(2 * c + side, _count - 1);
                    if (best < 0 || Beyond(_items[end], _items[Math.Min(2 * best + side, _count - 1)], side)) best = c;
                }
                if (best < 0) break;
                int place = Math.Min(2 * best + side, _count - 1);
                if (!Beyond(_items[place], item, side)) break;
                _items[2 * node + side] = _items[place];
                node = best;
                if (2 * node + 1 >= _count)
                {
                    // A last node of one item: both ends are this place.
                    _items[2 * node] = item;
                    goto done;
                }
                int other = 2 * node + 1 - side;
                if (Beyond(_items[other], item, side)) (item, _items[other]) = (_items[other], item);
            }
            _items[Math.Min(2 * node + side, _count - 1)] = item;
        done:;
        }
        if (_items.Length > 16 && _count < _items.Length / 2) Array.Resize(ref _items, _items.Length / 2);
    }
}
