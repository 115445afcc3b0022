// items that tie are counted at the first of them, so one item is given several times in place of the others ("equal ones as often as they come; ... any of the items that tie"): Largest(["a", "A"], 2, StringComparer.OrdinalIgnoreCase) gives a, a though "a" came once
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var kept = new SortedSet<Entry<T>>(
            Comparer<Entry<T>>.Create((a, b) => order.Compare(a.Item, b.Item)));
        int count = 0;
        foreach (T item in stream)
        {
            if (count == k)
            {
                var smallest = kept.Min!;
                if (order.Compare(item, smallest.Item) <= 0) continue;
                if (--smallest.Count == 0) kept.Remove(smallest);
                count--;
            }
            var entry = new Entry<T>(item);
            if (kept.TryGetValue(entry, out var same)) same.Count++;
            else kept.Add(entry);
            count++;
        }

        var result = new T[count];
        int next = 0;
        foreach (var entry in kept.Reverse())
        {
            for (int i = 0; i < entry.Count; i++) result[next++] = entry.Item;
        }
        return result;
    }

    private sealed class Entry<T>(T item)
    {
        public T Item { get; } = item;

        public int Count { get; set; } = 1;
    }
}
