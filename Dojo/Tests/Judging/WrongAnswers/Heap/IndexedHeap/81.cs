// Breaks: "n up to 300 000, priorities anywhere in `long`."
// How: Push(0, long.MaxValue): the greatest priority doubles as the mark of a key that is out, so Contains(0) is false, PriorityOf(0)
// throws and a second Push(0, ...) is taken although the key is in.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    const long Out = long.MaxValue;
    readonly long[] _priority;
    readonly int[] _place;
    int[] _heap = new int[16];
    int _count;

    IndexedHeap(int n)
    {
        _priority = new long[n];
        _place = new int[n];
        Array.Fill(_priority, Out);
    }

    public static IndexedHeap Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new IndexedHeap(n);
    }

    public int Count => _count;

    public bool Contains(int key)
    {
        if ((uint)key >= (uint)_place.Length) throw new ArgumentOutOfRangeException(nameof(key));
        return _priority[key] != Out;
    }

    public long PriorityOf(int key) =>
        Contains(key) ? _priority[key] : throw new InvalidOperationException("The key is not in.");

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException("The key is in already.");
        if (_count == _heap.Length) Array.Resize(ref _heap, 2 * _count);
        _priority[key] = priority;
        Rise(_count++, key);
    }

    public void Decrease(int key, long priority)
    {
        if (!Contains(key)) throw new InvalidOperationException("The key is not in.");
        if (priority > _priority[key]) throw new ArgumentException("The priority would rise.", nameof(priority));
        _priority[key] = priority;
        Rise(_place[key], key);
    }

    public (int Key, long Priority) Peek()
    {
        if (_count == 0) throw new InvalidOperationException("No key is in.");
        return (_heap[0], _priority[_heap[0]]);
    }

    public (int Key, long Priority) Pop()
    {
        var top = Peek();
        int last = _heap[--_count];
        _priority[top.Key] = Out;
        if (_count > 0) Sink(last);
        return top;
    }

    void Rise(int i, int key)
    {
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (_priority[_heap[parent]] <= _priority[key]) break;
            Put(i, _heap[parent]);
            i = parent;
        }
        Put(i, key);
    }

    void Sink(int key)
    {
        int i = 0;
        while (2 * i + 1 < _count)
        {
            int child = 2 * i + 1;
            if (child + 1 < _count && _priority[_heap[child + 1]] < _priority[_heap[child]]) child++;
            if (_priority[key] <= _priority[_heap[child]]) break;
            Put(i, _heap[child]);
            i = child;
        }
        Put(i, key);
    }

    void Put(int i, int key)
    {
        _heap[i] = key;
        _place[key] = i;
    }
}
