using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>A double-ended priority queue in one array: the low ends of its nodes are a min-heap,
/// the high ends a max-heap.</summary>
/// <remarks>
/// Time: push and pop O(log n), Min and Max O(1). Space: n items.
/// Source: van Leeuwen and Wood, <see href="https://doi.org/10.1093/comjnl/36.3.209">Interval
/// heaps</see>, 1993.
/// </remarks>
public sealed partial class IntervalHeap<T>
{
    private const int Low = 0, High = 1; // the sides, and the places of a node's ends

    // Node i holds items 2i and 2i + 1, in order and within the interval of node (i - 1) / 2; the
    // last may hold one item, both its ends.
    private readonly List<T> _items = [];
    private readonly IComparer<T> _order;

    private IntervalHeap(IComparer<T> order) => _order = order;

    /// <inheritdoc/>
    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public T Min => _items.Count > 0 ? _items[End(0, Low)] : throw new InvalidOperationException("The heap is empty.");

    /// <inheritdoc/>
    public T Max => _items.Count > 0 ? _items[End(0, High)] : throw new InvalidOperationException("The heap is empty.");

    /// <inheritdoc/>
    public void Push(T item)
    {
        _items.Add(item);
        int place = _items.Count - 1, node = place / 2;
        // It rises on one side only: on its side of its partner or, without a partner, of the
        // parent's low end.
        int other = place % 2 == 1 ? place - 1 : End((node - 1) / 2, Low);
        int side = Before(item, _items[other], Low) ? Low : High;
        if (place % 2 == 1 && side == Low) _items[place] = _items[other];
        while (node > 0 && End((node - 1) / 2, side) is var above && Before(item, _items[above], side))
        {
            _items[End(node, side)] = _items[above];
            node = (node - 1) / 2;
        }
        _items[End(node, side)] = item;
    }

    /// <inheritdoc/>
    public T PopMin() => Pop(Min, Low);

    /// <inheritdoc/>
    public T PopMax() => Pop(Max, High);

    /// <summary>Removes the end of the root on one side; the last item takes its place
    /// and sinks.</summary>
    private T Pop(T top, int side)
    {
        var item = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        if (_items.Count <= side) return top; // the last item was the top itself
        for (int node = 0; ;)
        {
            int end = End(node, side), other = End(node, side ^ 1), child = 2 * node + 1;
            if (other != end && Before(_items[other], item, side)) (item, _items[other]) = (_items[other], item);
            if (Exists(child + 1) && Before(_items[End(child + 1, side)], _items[End(child, side)], side)) child++;
            if (!Exists(child) || !Before(_items[End(child, side)], item, side))
            {
                _items[end] = item;
                return top;
            }
            _items[end] = _items[End(child, side)];
            node = child;
        }
    }

    private bool Exists(int node) => 2 * node < _items.Count;

    /// <summary>The place of a node's end; the ends of a lone item are one place.</summary>
    private int End(int node, int side) => Math.Min(2 * node + side, _items.Count - 1);

    /// <summary>Whether a comes before b when coming from a side.</summary>
    private bool Before(T a, T b, int side) => side == Low ? _order.Compare(a, b) < 0 : _order.Compare(a, b) > 0;
}
