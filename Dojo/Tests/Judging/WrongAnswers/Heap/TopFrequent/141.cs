// the member for any values counts in a dictionary sorted by the order, so different values that tie under it (as "a" and "A" under OrdinalIgnoreCase) are counted as one value and only one of them is given.
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var counts = new Dictionary<int, int>();
        foreach (int number in stream)
            counts[number] = counts.GetValueOrDefault(number) + 1;
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
        // On top is what has to go first: the rarest, and of these the last.
        var best = new PriorityQueue<T, (int Count, T Value)>(Comparer<(int Count, T Value)>.Create((x, y) =>
            x.Count != y.Count ? x.Count.CompareTo(y.Count) : order.Compare(y.Value, x.Value)));
        foreach (var (value, count) in counts)
        {
            if (best.Count < k) best.Enqueue(value, (count, value));
            else best.EnqueueDequeue(value, (count, value));
        }

        T[] result = new T[best.Count];
        for (int i = result.Length - 1; i >= 0; i--) result[i] = best.Dequeue();
        return result;
    }
}
