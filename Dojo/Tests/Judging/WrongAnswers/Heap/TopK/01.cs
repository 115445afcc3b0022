// k = 0 is not thought of: it asks for the top of an empty heap.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var kept = new PriorityQueue<T, T>(order);
        foreach (T item in stream)
        {
            if (kept.Count < k) kept.Enqueue(item, item);
            else if (order.Compare(item, kept.Peek()) > 0) kept.DequeueEnqueue(item, item);
        }
        T[] result = new T[kept.Count];
        for (int i = result.Length; i-- > 0;) result[i] = kept.Dequeue();
        return result;
    }
}
