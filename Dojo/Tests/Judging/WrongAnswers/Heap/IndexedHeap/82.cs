// Breaks: "<exception cref="InvalidOperationException">The key is not in.</exception>" (of Decrease)
// How: Push(0, 40), Pop(), Decrease(0, 50): the key is not in, but its old priority is compared first, so ArgumentException is thrown.
// Keys that were never in, and decreases to at most the old priority, get the right exception.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    readonly long[] _priority;
    readonly int[] _place;   // -1: not in
    readonly List<int> _heap = [];

    IndexedHeap(int n)
    {
        _priority = new long[n];
        _place = new int[n];
        Array.Fill(_priority, long.MaxValue);
        Array.Fill(_place, -1);
    }

    public static IndexedHeap Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new IndexedHeap(n);
    }

    public int Count => _heap.Count;

    public bool Contains(int key)
    {
        Check(key);
        return _place[key] >= 0;
    }

    public long PriorityOf(int key)
    {
        Check(key);
        return _place[key] >= 0 ? _priority[key] : throw new InvalidOperationException("The key is not in.");
    }

    public void Push(int key, long priority)
    {
        Check(key);
        if (_place[key] >= 0) throw new InvalidOperationException("The key is in already.");
        _priority[key] = priority;
        _heap.Add(key);
        Rise(_heap.Count - 1, key);
    }

    public void Decrease(int key, long priority)
    {
        Check(key);
        if (priority > _priority[key]) throw new ArgumentException("The priority would rise.", nameof(priority));
        if (_place[key] < 0) throw new InvalidOperationException("The key is not in.");
        _priority[key] = priority;
        Rise(_place[key], key);
    }

    public (int Key, long Priority) Peek()
    {
        if (_heap.Count == 0) throw new InvalidOperationException("No key is in.");
        return (_heap[0], _priority[_heap[0]]);
    }

    public (int Key, long Priority) Pop()
    {
        var top = Peek();
        int last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        _place[top.Key] = -1;
        if (_heap.Count > 0) Sink(0, last);
        return top;
    }

    void Check(int key)
    {
        if (key < 0 || key >= _place.Length) throw new ArgumentOutOfRangeException(nameof(key));
    }

    void Rise(int i, int key)
    {
        for (int parent; i > 0 && _priority[_heap[parent = (i - 1) / 2]] > _priority[key]; i = parent)
            Put(i, _heap[parent]);
        Put(i, key);
    }

    void Sink(int i, int key)
    {
        for (int child; (child = 2 * i + 1) < _heap.Count; i = child)
        {
            if (child + 1 < _heap.Count && _priority[_heap[child + 1]] < _priority[_heap[child]]) child++;
            if (_priority[_heap[child]] >= _priority[key]) break;
            Put(i, _heap[child]);
        }
        Put(i, key);
    }

    void Put(int i, int key)
    {
        _heap[i] = key;
        _place[key] = i;
    }
}
