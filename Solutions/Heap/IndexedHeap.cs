using System;

namespace Etudes.Heap;

/// <summary>A 4-ary min-heap of the keys 0..n-1 that knows where each key lies, and so can lower
/// its priority.</summary>
/// <remarks>
/// Time: push, decrease, pop O(log n); the rest O(1). Space: O(n), no allocation per operation.
/// It is over 100 lines since it has eight members, most of which refuse a wrong key.
/// Source: <see href="https://doi.org/10.1145/321992.321993">Johnson 1977</see>.
/// </remarks>
public sealed partial class IndexedHeap
{
    private const int Arity = 4; // half as deep as a binary heap, which is what a decrease pays for
    private const int Out = -1;

    // _heap[_place[key]].Key == key for every key that is in; the place of the others is Out.
    private readonly (int Key, long Priority)[] _heap;
    private readonly int[] _place;

    /// <summary>An empty heap for the keys 0..n-1. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public IndexedHeap(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        _heap = new (int, long)[n];
        _place = new int[n];
        Array.Fill(_place, Out);
    }

    /// <inheritdoc/>
    public static IndexedHeap Of(int n) => new(n);

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public bool Contains(int key) =>
        (uint)key < (uint)_place.Length ? _place[key] != Out : throw new ArgumentOutOfRangeException(nameof(key));

    /// <inheritdoc/>
    public long PriorityOf(int key) =>
        Contains(key) ? _heap[_place[key]].Priority : throw new InvalidOperationException($"key {key} is not in the heap");

    /// <inheritdoc/>
    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException($"key {key} is in the heap");
        SiftUp(Count++, (key, priority));
    }

    /// <inheritdoc/>
    public void Decrease(int key, long priority)
    {
        if (priority > PriorityOf(key)) throw new ArgumentException($"key {key} has a lower priority", nameof(priority));
        SiftUp(_place[key], (key, priority));
    }

    /// <inheritdoc/>
    public (int Key, long Priority) Peek() => Count > 0 ? _heap[0] : throw new InvalidOperationException("the heap is empty");

    /// <inheritdoc/>
    public (int Key, long Priority) Pop()
    {
        var top = Peek();
        SiftDown(0, _heap[--Count]);
        _place[top.Key] = Out; // last, for a single item was just set down again
        return top;
    }

    /// <summary>Moves parents down into the hole until the item may lie there.</summary>
    private void SiftUp(int hole, (int Key, long Priority) item)
    {
        while (hole > 0)
        {
            int parent = (hole - 1) / Arity;
            if (_heap[parent].Priority <= item.Priority) break;
            Set(hole, _heap[parent]);
            hole = parent;
        }
        Set(hole, item);
    }

    /// <summary>Moves smallest children up into the hole until the item may lie there.</summary>
    private void SiftDown(int hole, (int Key, long Priority) item)
    {
        for (int first; (first = Arity * hole + 1) < Count;)
        {
            int smallest = first;
            for (int child = first + 1; child < Math.Min(first + Arity, Count); child++)
                if (_heap[child].Priority < _heap[smallest].Priority) smallest = child;
            if (_heap[smallest].Priority >= item.Priority) break;
            Set(hole, _heap[smallest]);
            hole = smallest;
        }
        Set(hole, item);
    }

    private void Set(int place, (int Key, long Priority) item)
    {
        _heap[place] = item;
        _place[item.Key] = place;
    }
}
