// counts with GroupBy, whose groups hold every element until they are counted; breaks "The stream is read once and never kept: a few times d numbers are held at most": a generated stream of 10^8 equal numbers, or of 300000 big objects that are equal, is held whole.
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
        var counts = stream.GroupBy(value => value).Select(group => (group.Key, group.Count()));

        // the last of the best on top
        var best = new PriorityQueue<T, (int Count, T Value)>(Comparer<(int Count, T Value)>.Create((a, b) =>
            a.Count != b.Count ? a.Count.CompareTo(b.Count) : order.Compare(b.Value, a.Value)));
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
