// "the stream is never kept, a few times d numbers are held at most" is broken by the member with an order: GroupBy keeps every element, so a stream of one string 300 000 times holds 300 000 of them instead of a few.
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var counts = new Dictionary<int, int>();
        foreach (int number in stream) counts[number] = counts.GetValueOrDefault(number) + 1;
        return Best(counts.Select(entry => (entry.Key, entry.Value)), k, Comparer<int>.Default);
    }

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        return Best(stream.GroupBy(value => value).Select(group => (group.Key, group.Count())), k, order);
    }

    private static T[] Best<T>(IEnumerable<(T Value, int Count)> counted, int k, IComparer<T> order)
    {
        var worstFirst = Comparer<(T Value, int Count)>.Create((x, y) =>
        {
            int byCount = x.Count.CompareTo(y.Count);
            return byCount != 0 ? byCount : order.Compare(y.Value, x.Value);
        });
        var heap = new PriorityQueue<T, (T Value, int Count)>(worstFirst);
        foreach ((T Value, int Count) entry in counted)
        {
            if (heap.Count < k) heap.Enqueue(entry.Value, entry);
            else heap.EnqueueDequeue(entry.Value, entry);
        }

        var answer = new T[heap.Count];
        for (int i = answer.Length; i > 0; i--) answer[i - 1] = heap.Dequeue();
        return answer;
    }
}
