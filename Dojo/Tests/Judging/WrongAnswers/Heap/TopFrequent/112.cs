// "a negative k throws, and the stream is not opened": GetEnumerator is called before k is looked at, so Most(stream, -1) throws with the stream opened (and closed again, without a MoveNext).
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k) => Most(stream, k, Comparer<int>.Default);

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        using IEnumerator<T> source = stream.GetEnumerator();
        return Most(source, k, order);
    }

    private static T[] Most<T>(IEnumerator<T> source, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var counts = new Dictionary<T, int>();
        while (source.MoveNext())
        {
            T value = source.Current;
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        // The one that would go first is on top: rarest, and of those the last under the order.
        var kept = new PriorityQueue<T, (int Count, T Value)>(
            Comparer<(int Count, T Value)>.Create((x, y) =>
                x.Count != y.Count ? x.Count.CompareTo(y.Count) : order.Compare(y.Value, x.Value)));
        foreach ((T value, int count) in counts)
        {
            if (kept.Count < k) kept.Enqueue(value, (count, value));
            else kept.EnqueueDequeue(value, (count, value));
        }

        T[] answer = new T[kept.Count];
        for (int i = answer.Length - 1; i >= 0; i--) answer[i] = kept.Dequeue();
        return answer;
    }
}
