// values of equal counts are sorted as a whole by the order, however few of them are wanted; breaks "O(d log k) comparisons by the order": 100000 different values once each and k = 1 take about d log d = 1.7 million comparisons instead of about d.
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

        var buckets = new Dictionary<int, List<T>>();
        foreach (var (value, count) in counts)
        {
            if (!buckets.TryGetValue(count, out var bucket)) buckets[count] = bucket = [];
            bucket.Add(value);
        }

        // the order is asked only within the buckets that are reached
        var result = new List<T>();
        foreach (var count in buckets.Keys.OrderDescending())
        {
            if (result.Count == k) break;
            buckets[count].Sort(order);
            result.AddRange(buckets[count].Take(k - result.Count));
        }

        return result.ToArray();
    }
}
