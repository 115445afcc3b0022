// "k may be int.MaxValue; room for k is not made before there are k numbers": the queue is created with room for k + 1, which overflows for int.MaxValue (and throws) and takes gigabytes for a large k.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        // The k largest so far, the smallest of them on top, and for a moment the newcomer.
        var kept = new PriorityQueue<T, T>(k + 1, order);
        foreach (T item in stream)
        {
            kept.Enqueue(item, item);
            if (kept.Count > k) kept.Dequeue();
        }

        var result = new T[kept.Count];
        for (int i = result.Length - 1; i >= 0; i--) result[i] = kept.Dequeue();
        return result;
    }
}
