// "values are the same when they are equal, and the comparer decides only between values that came equally often": Most with an order counts by the order, so different values that tie under it ("Fig" and "fig", ignoring case) are counted as one.
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var counts = new Dictionary<int, int>();
        foreach (int number in stream) counts[number] = counts.GetValueOrDefault(number) + 1;
        return Select(counts, k, Comparer<int>.Default);
    }

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var counts = new SortedDictionary<T, int>(order);
        foreach (T value in stream)
        {
            counts.TryGetValue(value, out int count);
            counts[value] = count + 1;
        }
        return Select(counts, k, order);
    }

    private static T[] Select<T>(IEnumerable<KeyValuePair<T, int>> counts, int k, IComparer<T> order)
    {
        if (k == 0) return [];

        // The worst of those kept is on top: the rarest, and of those the one that comes last.
        var worstFirst = Comparer<(int Count, T Value)>.Create((x, y) =>
            x.Count != y.Count ? x.Count.CompareTo(y.Count) : order.Compare(y.Value, x.Value));
        var kept = new PriorityQueue<T, (int Count, T Value)>(worstFirst);
        foreach (var (value, count) in counts)
        {
            if (kept.Count < k) kept.Enqueue(value, (count, value));
            else kept.EnqueueDequeue(value, (count, value));
        }

        var result = new T[kept.Count];
        for (int i = result.Length - 1; i >= 0; i--) result[i] = kept.Dequeue();
        return result;
    }
}
