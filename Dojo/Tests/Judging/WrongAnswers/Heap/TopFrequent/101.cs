// "of equal counts the smaller value comes first" is kept only in the last sort, not at the edge of the heap: Most([7, 3, 3, 7], 1) gives [7] instead of [3].
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k) => Most(stream, k, Comparer<int>.Default);

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var counts = new Dictionary<T, int>();
        foreach (T value in stream)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        var heap = new PriorityQueue<T, int>();
        foreach ((T value, int count) in counts)
        {
            if (heap.Count < k) heap.Enqueue(value, count);
            else heap.EnqueueDequeue(value, count);
        }

        var best = new List<(T Value, int Count)>();
        foreach ((T value, int count) in heap.UnorderedItems) best.Add((value, count));
        best.Sort((x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : order.Compare(x.Value, y.Value));

        var answer = new T[best.Count];
        for (int i = 0; i < answer.Length; i++) answer[i] = best[i].Value;
        return answer;
    }
}
