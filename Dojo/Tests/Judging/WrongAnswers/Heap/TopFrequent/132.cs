// "a negative k throws, and the stream is not opened": k is checked only when the values are chosen, after the whole stream has been read and counted.
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k) => Most(stream, k, Comparer<int>.Default);

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull =>
        Best(Count(stream), k, order);

    private static Dictionary<T, int> Count<T>(IEnumerable<T> stream) where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (T value in stream)
        {
            counts.TryGetValue(value, out int before);
            counts[value] = before + 1;
        }
        return counts;
    }

    private static T[] Best<T>(Dictionary<T, int> counts, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var heap = new PriorityQueue<T, (T Value, int Count)>(Comparer<(T Value, int Count)>.Create((a, b) =>
        {
            int byCount = a.Count.CompareTo(b.Count);
            return byCount != 0 ? byCount : order.Compare(b.Value, a.Value);
        }));
        foreach (KeyValuePair<T, int> entry in counts)
        {
            heap.Enqueue(entry.Key, (entry.Key, entry.Value));
            if (heap.Count > k) heap.Dequeue();
        }

        var best = new T[heap.Count];
        for (int place = best.Length; place-- > 0;) best[place] = heap.Dequeue();
        return best;
    }
}
