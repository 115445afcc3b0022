// the heap is made with room for k at once, so k = int.MaxValue throws OutOfMemoryException even for a short stream; room for k must not be made before there are k numbers.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        // The k largest so far, the smallest of them on top.
        var heap = new PriorityQueue<T, T>(k, order);
        foreach (T item in stream)
        {
            if (heap.Count < k) heap.Enqueue(item, item);
            else if (order.Compare(item, heap.Peek()) > 0) heap.DequeueEnqueue(item, item);
        }

        T[] result = new T[heap.Count];
        for (int i = result.Length - 1; i >= 0; i--) result[i] = heap.Dequeue();
        return result;
    }
}
