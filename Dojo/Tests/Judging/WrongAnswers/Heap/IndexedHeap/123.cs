// Pop counts down in the condition that throws, so after a Pop of an empty heap Count is -1 and the next Push fails; breaks "Count: how many keys are in" after an exception: Of(1), Pop throws InvalidOperationException, Push(0, 1) throws IndexOutOfRangeException.
using System;

namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly int[] _heap;
    private readonly int[] _place;
    private readonly long[] _priority;
    private int _count;

    private IndexedHeap(int n)
    {
        _heap = new int[n];
        _place = new int[n];
        _priority = new long[n];
        Array.Fill(_place, -1);
    }

    public static IndexedHeap Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new IndexedHeap(n);
    }

    public int Count => _count;

    public bool Contains(int key)
    {
        if (key < 0 || key >= _place.Length) throw new ArgumentOutOfRangeException(nameof(key));
        return _place[key] >= 0;
    }

    public long PriorityOf(int key)
    {
        if (!Contains(key)) throw new InvalidOperationException("The key is not in.");
        return _priority[key];
    }

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException("The key is in already.");
        _priority[key] = priority;
        Up(_count++, key);
    }

    public void Decrease(int key, long priority)
    {
        if (!Contains(key)) throw new InvalidOperationException("The key is not in.");
        if (priority > _priority[key]) throw new ArgumentException("The priority would rise.", nameof(priority));
        _priority[key] = priority;
        Up(_place[key], key);
    }

    public (int Key, long Priority) Peek()
    {
        if (_count == 0) throw new InvalidOperationException("No key is in.");
        return (_heap[0], _priority[_heap[0]]);
    }

    public (int Key, long Priority) Pop()
    {
        if (_count-- == 0) throw new InvalidOperationException("No key is in.");
        var top = _heap[0];
        _place[top] = -1;
        if (_count > 0) Down(_heap[_count]);
        return (top, _priority[top]);
    }

    private void Up(int at, int key)
    {
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (_priority[_heap[parent]] <= _priority[key]) break;
            Put(at, _heap[parent]);
            at = parent;
        }

        Put(at, key);
    }

    private void Down(int key)
    {
        var at = 0;
        while (true)
        {
            var child = 2 * at + 1;
            if (child >= _count) break;
            if (child + 1 < _count && _priority[_heap[child + 1]] < _priority[_heap[child]]) child++;
            if (_priority[key] <= _priority[_heap[child]]) break;
            Put(at, _heap[child]);
            at = child;
        }

        Put(at, key);
    }

    private void Put(int at, int key)
    {
        _heap[at] = key;
        _place[key] = at;
    }
}
