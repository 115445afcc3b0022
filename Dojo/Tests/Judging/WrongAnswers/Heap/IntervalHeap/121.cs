// the order of the high ends is the comparer's result times -1, which overflows for int.MinValue ("compares items by order alone", whatever its results are): a comparer that returns int.MinValue for less and 1 for more; after Push(1), Push(3), Push(2) with it Max is 2, not 3
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private readonly List<T> _items = [];
    private readonly IComparer<T> _order;

    private IntervalHeap(IComparer<T> order) => _order = order;

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => _items.Count;

    public T Min => _items.Count > 0 ? _items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Max => _items.Count > 0
        ? _items[_items.Count > 1 ? 1 : 0]
        : throw new InvalidOperationException("The heap is empty.");

    public void Push(T item)
    {
        _items.Add(item);
        int at = _items.Count - 1;
        if (at % 2 == 1)
        {
            if (_order.Compare(_items[at], _items[at - 1]) < 0)
            {
                Swap(at, at - 1);
                Up(at - 1, 0);
            }
            else Up(at, 1);
        }
        else if (at > 0)
        {
            // A node of one item is both ends of its interval.
            int parent = (at / 2 - 1) / 2 * 2;
            if (Before(at, parent, 0)) Up(at, 0);
            else if (Before(at, parent + 1, 1))
            {
                Swap(at, parent + 1);
                Up(parent + 1, 1);
            }
        }
    }

    public T PopMin() => Pop(0);

    public T PopMax() => Pop(_items.Count > 1 ? 1 : 0);

    private T Pop(int end)
    {
        if (_items.Count == 0) throw new InvalidOperationException("The heap is empty.");
        T top = _items[end];
        int last = _items.Count - 1;
        T moved = _items[last];
        _items.RemoveAt(last);
        if (end < last)
        {
            _items[end] = moved;
            Down(end, end);
        }
        return top;
    }

    /// <summary>Whether the item at a belongs above that at b among the low ends (0) or the high
    /// ends (1).</summary>
    private bool Before(int a, int b, int end)
    {
        int sign = end == 0 ? 1 : -1;
        return sign * _order.Compare(_items[a], _items[b]) < 0;
    }

    private void Up(int at, int end)
    {
        while (at > 1)
        {
            int parent = (at / 2 - 1) / 2 * 2 + end;
            if (!Before(at, parent, end)) break;
            Swap(at, parent);
            at = parent;
        }
    }

    private void Down(int at, int end)
    {
        while (true)
        {
            int node = at / 2;
            int low = 2 * node, high = low + 1;
            if (high < _items.Count && _order.Compare(_items[high], _items[low]) < 0) Swap(low, high);

            int best = End(2 * node + 1, end);
            if (best < 0) return;
            int other = End(2 * node + 2, end);
            if (other >= 0 && Before(other, best, end)) best = other;
            if (!Before(best, at, end)) return;
            Swap(best, at);
            at = best;
        }
    }

    /// <summary>Where the node's low or high end is, -1 if there is no such node.</summary>
    private int End(int node, int end)
    {
        int place = 2 * node;
        if (place >= _items.Count) return -1;
        return place + end < _items.Count ? place + end : place;
    }

    private void Swap(int a, int b) => (_items[a], _items[b]) = (_items[b], _items[a]);
}
