using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Etudes.Heap;

/// <summary>
/// A 4-ary min-heap whose order is a struct, so that comparisons are compiled into it. It is half
/// as deep as a binary heap. The smallest of four children is found without a branch that would be
/// predicted wrongly about half of the time, among ints by vectors.
/// </summary>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TOrder">Their order, such as <see cref="Ascending"/>; only the sign of what it
/// returns counts. It is fastest if it has no branch either.</typeparam>
/// <remarks>
/// Time: Push O(log n) amortised, Pop O(log n), Peek O(1), from items O(n). Space: n items.
/// It is over 100 lines since ints have a way of their own, by vectors, and usual orders
/// come along.
/// Source: <see href="https://doi.org/10.1145/235141.235145">LaMarca, Ladner, The influence of
/// caches on the performance of heaps, 1996</see>;
/// <see href="https://doi.org/10.1016/0020-0190(75)90001-0">Johnson, Priority queues with update,
/// 1975</see> (d-ary heaps).
/// </remarks>
public sealed partial class FourAryHeap<T, TOrder> where TOrder : struct, IComparer<T>
{
    // The children of i are 4i + 1 .. 4i + 4, and no child is smaller than its parent.
    private const int Arity = 4;

    private readonly TOrder _order;
    private T[] _items;

    /// <summary>An empty heap. O(1).</summary>
    public FourAryHeap(TOrder order = default) : this([], order) { }

    /// <summary>A heap of these items, read once and left unchanged. O(n).</summary>
    public FourAryHeap(IEnumerable<T> items, TOrder order = default)
    {
        (_items, _order) = ([.. items], order);
        Count = _items.Length;
        for (int parent = (Count + 2) / Arity - 1; parent >= 0; parent--) SiftDown(parent, _items[parent]);
    }

    /// <summary>How many items the heap holds. O(1).</summary>
    public int Count { get; private set; }

    /// <summary>Adds an item. O(log n) amortised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a contest program is over before the runtime compiles this for a second time
    public void Push(T item)
    {
        if (Count == _items.Length) Grow();
        var items = _items;
        int hole = Count++;
        while (hole > 0)
        {
            int parent = (hole - 1) / Arity;
            if (_order.Compare(item, items[parent]) >= 0) break;
            items[hole] = items[parent];
            hole = parent;
        }
        items[hole] = item;
    }

    private void Grow()
    {
        var items = GC.AllocateUninitializedArray<T>(2 * Count + Arity);
        _items.CopyTo(items, 0);
        _items = items;
    }

    /// <summary>A smallest item. O(1).</summary>
    /// <exception cref="InvalidOperationException">The heap is empty.</exception>
    public T Peek() => Count > 0 ? _items[0] : throw new InvalidOperationException("The heap is empty.");

    /// <summary>Takes out the item that <see cref="Peek"/> gives. O(log n).</summary>
    /// <exception cref="InvalidOperationException">The heap is empty.</exception>
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SiftDown(int hole, T item)
    {
        var items = _items.AsSpan(0, Count);
        for (int first; (first = Arity * hole + 1) < items.Length;)
        {
            var children = items[first..];
            int smallest = children.Length >= Arity ? SmallestOfFour(children[..Arity]) : Smallest(children);
            T child = children[smallest];
            if (_order.Compare(item, child) <= 0) break;
            items[hole] = child;
            hole = first + smallest;
        }
        items[hole] = item;
    }

    private int SmallestOfFour(ReadOnlySpan<T> items)
    {
        if (typeof(TOrder) == typeof(Ascending) || typeof(TOrder) == typeof(Ascending<int>)) // settled when this is compiled
        {
            var four = Vector128.LoadUnsafe(ref Unsafe.As<T, int>(ref MemoryMarshal.GetReference(items)));
            var pairs = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
            var least = Vector128.Min(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))); // the minimum, four times
            return BitOperations.TrailingZeroCount(Vector128.Equals(four, least).ExtractMostSignificantBits());
        }
        int left = IsBefore(items[1], items[0]), right = 2 + IsBefore(items[3], items[2]);
        return left ^ (left ^ right) & -IsBefore(items[right], items[left]);
    }

    /// <summary>1 if x comes first, else 0.</summary>
    private int IsBefore(T x, T y) => _order.Compare(x, y) >>> 31;

    private int Smallest(ReadOnlySpan<T> items)
    {
        int smallest = 0;
        for (int i = 1; i < items.Length; i++)
            if (_order.Compare(items[i], items[smallest]) < 0) smallest = i;
        return smallest;
    }
}

/// <summary>The usual order of int, from the least to the largest, as a struct: comparisons cost
/// no call and no branch.</summary>
public readonly struct Ascending : IComparer<int>
{
    /// <summary>Less than 0 if <paramref name="x"/> comes first, 0 if they are equal, else
    /// more. O(1).</summary>
    public int Compare(int x, int y) => (x > y ? 1 : 0) - (x < y ? 1 : 0);
}

/// <summary>The usual order of any numbers, among which there is no NaN, as a struct.</summary>
public readonly struct Ascending<T> : IComparer<T> where T : IComparisonOperators<T, T, bool>
{
    /// <summary>Less than 0 if <paramref name="x"/> comes first, 0 if they are equal, else
    /// more. O(1).</summary>
    public int Compare(T? x, T? y) => (x! > y! ? 1 : 0) - (x! < y! ? 1 : 0);
}
