// a negative k is only refused after the stream was counted, so the stream is opened (and an endless or failing one never comes to ArgumentOutOfRangeException).
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k) => Most(stream, k, Comparer<int>.Default);

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (T value in stream)
        {
            counts.TryGetValue(value, out int count);
            counts[value] = count + 1;
        }
        return Best(counts, k, order);
    }

    private static T[] Best<T>(Dictionary<T, int> counts, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return Array.Empty<T>();

        var worstFirst = Comparer<KeyValuePair<T, int>>.Create((x, y) =>
        {
            int byCount = x.Value.CompareTo(y.Value);
            return byCount != 0 ? byCount : order.Compare(y.Key, x.Key);
        });
        var kept = new PriorityQueue<T, KeyValuePair<T, int>>(worstFirst);
        foreach (KeyValuePair<T, int> pair in counts)
        {
            kept.Enqueue(pair.Key, pair);
            if (kept.Count > k) kept.Dequeue();
        }

        var result = new T[kept.Count];
        for (int i = kept.Count; i-- > 0;) result[i] = kept.Dequeue();
        return result;
    }
}
