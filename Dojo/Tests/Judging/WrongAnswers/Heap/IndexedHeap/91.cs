// Breaks: "`Push`, `Decrease` and `Pop` in O(log n): one walk up or down the heap per operation."
// How: 300 000 keys pushed with one and the same priority, then popped: each Pop takes the first key of a HashSet, and its
// enumerator steps over the places of all keys that were removed before: 0 + 1 + ... + n, O(n) per Pop. Few ties are quick.
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly bool[] inside;
    private readonly long[] priorities;
    private readonly SortedDictionary<long, HashSet<int>> buckets = [];
    private HashSet<int> lowest = [];   // the bucket of the lowest priority
    private long least;

    private IndexedHeap(int n)
    {
        inside = new bool[n];
        priorities = new long[n];
    }

    public static IndexedHeap Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new IndexedHeap(n);
    }

    public int Count { get; private set; }

    public bool Contains(int key)
    {
        if ((uint)key >= (uint)inside.Length) throw new ArgumentOutOfRangeException(nameof(key));
        return inside[key];
    }

    public long PriorityOf(int key)
    {
        if (!Contains(key)) throw new InvalidOperationException("The key is not in.");
        return priorities[key];
    }

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException("The key is in already.");
        inside[key] = true;
        Put(key, priority);
        Count++;
    }

    public void Decrease(int key, long priority)
    {
        long old = PriorityOf(key);
        if (priority > old) throw new ArgumentException("The new priority is higher.", nameof(priority));
        if (priority == old) return;
        HashSet<int> bucket = buckets[old];
        bucket.Remove(key);
        if (bucket.Count == 0) buckets.Remove(old);
        Put(key, priority);
    }

    public (int Key, long Priority) Peek()
    {
        if (Count == 0) throw new InvalidOperationException("No key is in.");
        foreach (int key in lowest) return (key, least);
        throw new InvalidOperationException();
    }

    public (int Key, long Priority) Pop()
    {
        (int key, long priority) = Peek();
        inside[key] = false;
        Count--;
        lowest.Remove(key);
        if (lowest.Count == 0)
        {
            buckets.Remove(priority);
            if (Count > 0) (least, lowest) = buckets.First();
        }
        return (key, priority);
    }

    private void Put(int key, long priority)
    {
        priorities[key] = priority;
        if (!buckets.TryGetValue(priority, out HashSet<int>? bucket)) buckets[priority] = bucket = [];
        bucket.Add(key);
        if (Count == 0 || priority <= least)
        {
            least = priority;
            lowest = bucket;
        }
    }
}
