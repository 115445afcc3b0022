// The heap is built from the root downward, so that the parents are sifted in the wrong order.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        Span<T> heap = items;
        for (int i = 0; i < items.Length / 2; i++) Sink(heap, i, order);
        while (heap.Length > 1)
        {
            T top = heap[0];
            heap[0] = heap[^1];
            heap[^1] = top;
            heap = heap[..^1];
            Sink(heap, 0, order);
        }
    }

    private static void Sink<T>(Span<T> heap, int hole, IComparer<T> order)
    {
        T item = heap[hole];
        int child;
        while ((child = hole * 2 + 1) < heap.Length)
        {
            int right = child + 1;
            if (right < heap.Length && order.Compare(heap[right], heap[child]) > 0) child = right;
            if (order.Compare(heap[child], item) <= 0) break;
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = item;
    }
}
