using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>A queue of items, equal ones included, whose smallest and whose largest can
/// be taken.</summary>
public interface IIntervalHeap<TSelf, T> where TSelf : IIntervalHeap<TSelf, T>
{
    /// <summary>An empty queue. It compares items by <paramref name="order"/>
    /// alone. O(1).</summary>
    static abstract TSelf Empty(IComparer<T> order);

    /// <summary>How many items there are. O(1).</summary>
    int Count { get; }

    /// <summary>Adds an item. O(log n).</summary>
    void Push(T item);

    /// <summary>A smallest item. O(1), without a comparison.</summary>
    /// <exception cref="InvalidOperationException">There is no item.</exception>
    T Min { get; }

    /// <summary>A largest item; the same as <see cref="Min"/> if there is only one. O(1), without
    /// a comparison.</summary>
    /// <exception cref="InvalidOperationException">There is no item.</exception>
    T Max { get; }

    /// <summary>Removes <see cref="Min"/> and returns it. O(log n).</summary>
    /// <exception cref="InvalidOperationException">There is no item.</exception>
    T PopMin();

    /// <summary>Removes <see cref="Max"/> and returns it. O(log n).</summary>
    /// <exception cref="InvalidOperationException">There is no item.</exception>
    T PopMax();
}
