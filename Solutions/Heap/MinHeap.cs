using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Etudes.Heap;

/// <summary>A binary min-heap in an array: the children of i stand at 2i + 1 and 2i + 2, and no
/// child is smaller than its parent.</summary>
/// <remarks>
/// Time: Push O(log n) amortised, Pop O(log n), Peek O(1), From O(n). Space: n items.
/// Source: <see href="https://doi.org/10.1145/512274.512284">Williams, Algorithm 232: Heapsort,
/// 1964</see>, for From <see href="https://doi.org/10.1145/355588.365103">Floyd, Algorithm 245:
/// Treesort 3, 1964</see>.
/// </remarks>
public sealed partial class MinHeap<T>
{
    private readonly IComparer<T> _order;
    private T[] _items;

    /// <summary>An empty heap, under the usual order if none is named. O(1).</summary>
    public MinHeap(IComparer<T>? order = null) : this(order ?? Comparer<T>.Default, []) { }

    /// <summary>A heap of these items, which are left unchanged. O(n).</summary>
    public MinHeap(ReadOnlySpan<T> items, IComparer<T>? order = null) : this(order ?? Comparer<T>.Default, items.ToArray()) { }

    private MinHeap(IComparer<T> order, T[] items)
    {
        (_order, _items, Count) = (order, items, items.Length);
        // From the last parent back to the root: each costs its height, and all the heights add up
        // to less than n.
        for (int i = Count / 2 - 1; i >= 0; i--) SiftDown(i, items[i]);
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public static MinHeap<T> Empty(IComparer<T> order) => new(order);

    /// <inheritdoc/>
    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order) => new(order, [.. items]);

    /// <inheritdoc/>
    public void Push(T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, 2 * Count + 4);
        int hole = Count++;
        while (hole > 0)
        {
            int parent = (hole - 1) / 2;
            if (_order.Compare(item, _items[parent]) >= 0) break;
            _items[hole] = _items[parent];
            hole = parent;
        }
        _items[hole] = item;
    }

    /// <inheritdoc/>
    public T Peek() => Count > 0 ? _items[0] : throw new InvalidOperationException("The heap is empty.");

    /// <inheritdoc/>
    public T Pop()
    {
        T top = Peek();
        T last = _items[--Count];
        _items[Count] = default!; // what has left the heap can be collected
        if (Count > 0) SiftDown(0, last);
        return top;
    }

    /// <summary>The item that <see cref="Peek"/> gives; false if the heap is empty. O(1).</summary>
    public bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        item = Count > 0 ? _items[0] : default;
        return Count > 0;
    }

    /// <summary>Takes out the item that <see cref="Peek"/> gives; false if the heap is empty. O(log n).</summary>
    public bool TryPop([MaybeNullWhen(false)] out T item)
    {
        bool any = Count > 0;
        item = any ? Pop() : default;
        return any;
    }

    /// <summary>Puts an item into the hole or below it; smaller children move up, so that each
    /// level is written once.</summary>
    private void SiftDown(int hole, T item)
    {
        for (int child = 2 * hole + 1; child < Count; child = 2 * hole + 1)
        {
            if (child + 1 < Count && _order.Compare(_items[child + 1], _items[child]) < 0) child++;
            if (_order.Compare(item, _items[child]) <= 0) break;
            _items[hole] = _items[child];
            hole = child;
        }
        _items[hole] = item;
    }
}
