using System;

namespace Etudes.Heap;

/// <summary>A min-heap of the keys 0..n-1, each in it at most once, with a priority that can
/// be lowered.</summary>
public interface IIndexedHeap<TSelf> where TSelf : IIndexedHeap<TSelf>
{
    /// <summary>An empty heap for the keys 0..n-1. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    static abstract TSelf Of(int n);

    /// <summary>How many keys are in. O(1).</summary>
    int Count { get; }

    /// <summary>Whether the key is in. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The key is outside 0..n-1.</exception>
    bool Contains(int key);

    /// <summary>The priority of a key that is in. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The key is outside 0..n-1.</exception>
    /// <exception cref="InvalidOperationException">The key is not in.</exception>
    long PriorityOf(int key);

    /// <summary>Puts a key in, for the first time or again after it was popped. O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The key is outside 0..n-1.</exception>
    /// <exception cref="InvalidOperationException">The key is in already.</exception>
    void Push(int key, long priority);

    /// <summary>Lowers the priority of a key that is in, or leaves it as it is. O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The key is outside 0..n-1.</exception>
    /// <exception cref="InvalidOperationException">The key is not in.</exception>
    /// <exception cref="ArgumentException">The new priority is higher than the old one.</exception>
    void Decrease(int key, long priority);

    /// <summary>A key of lowest priority, any of them if there are several. O(1).</summary>
    /// <exception cref="InvalidOperationException">No key is in.</exception>
    (int Key, long Priority) Peek();

    /// <summary>Takes a key of lowest priority out, any of them if there are
    /// several. O(log n).</summary>
    /// <exception cref="InvalidOperationException">No key is in.</exception>
    (int Key, long Priority) Pop();
}
