// A negative k is treated like 0 instead of being refused.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        if (k <= 0) return [];
        var heap = new List<T>();
        foreach (T item in stream)
        {
            if (heap.Count < k)
            {
                heap.Add(item);
                if (heap.Count == 1) continue;
                int i = heap.Count - 1;
                while (i > 0 && order.Compare(heap[i], heap[(i - 1) >> 1]) < 0)
                {
                    int p = (i - 1) >> 1;
                    (heap[i], heap[p]) = (heap[p], heap[i]);
                    i = p;
                }
            }
            else if (order.Compare(item, heap[0]) > 0)
            {
                heap[0] = item;
                int i = 0;
                for (; ; )
                {
                    int s = i;
                    if (2 * i + 1 < k && 2 * i + 1 < heap.Count && order.Compare(heap[2 * i + 1], heap[s]) < 0) s = 2 * i + 1;
                    if (2 * i + 2 < heap.Count && order.Compare(heap[2 * i + 2], heap[s]) < 0) s = 2 * i + 2;
                    if (s == i) break;
                    (heap[i], heap[s]) = (heap[s], heap[i]);
                    i = s;
                }
            }
        }
        heap.Sort(order);
        heap.Reverse();
        return [.. heap];
    }
}
