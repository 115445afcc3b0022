// the order is turned round by a minus sign, and -int.MinValue is int.MinValue; breaks "of equal counts the value that order puts first, by the sign of what it returns": with a comparer that returns int.MinValue for less, Most(["b", "a"], 1, order) gives b.
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k) => Most(stream, k, Comparer<int>.Default);

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];
        var counts = new Dictionary<T, int>();
        foreach (var value in stream) counts[value] = counts.GetValueOrDefault(value) + 1;

        // the last of the best on top
        var best = new PriorityQueue<T, (int Count, T Value)>(Comparer<(int Count, T Value)>.Create((a, b) =>
            a.Count != b.Count ? a.Count.CompareTo(b.Count) : -order.Compare(a.Value, b.Value)));
        foreach (var (value, count) in counts)
        {
            if (best.Count < k) best.Enqueue(value, (count, value));
            else best.EnqueueDequeue(value, (count, value));
        }

        var result = new T[best.Count];
        for (var i = result.Length - 1; i >= 0; i--) result[i] = best.Dequeue();
        return result;
    }
}
