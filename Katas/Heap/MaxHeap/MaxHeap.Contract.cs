using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>A multiset that gives its largest item under an order, any of those that tie.</summary>
public interface IMaxHeap<TSelf, T> where TSelf : IMaxHeap<TSelf, T>
{
    /// <summary>An empty heap. Only the sign of what <paramref name="order"/> returns
    /// counts. O(1).</summary>
    static abstract TSelf Empty(IComparer<T> order);

    /// <summary>A heap of these items, read once and left unchanged. O(n), at most
    /// 2n comparisons.</summary>
    static abstract TSelf From(IEnumerable<T> items, IComparer<T> order);

    /// <summary>How many items the heap holds. O(1).</summary>
    int Count { get; }

    /// <summary>Adds an item. O(log n) amortised, at most log2 n + 1 comparisons, where n counts
    /// the new item.</summary>
    void Push(T item);

    /// <summary>A largest item. O(1).</summary>
    /// <exception cref="InvalidOperationException">The heap is empty.</exception>
    T Peek();

    /// <summary>Takes out the item that <see cref="Peek"/> gives. O(log n), at most 2 log2
    /// n comparisons, where n still counts that item.</summary>
    /// <exception cref="InvalidOperationException">The heap is empty.</exception>
    T Pop();
}
