// the array is taken as a Span<T>, which throws ArrayTypeMismatchException for an array of a derived type (a string[] passed as object[] with T = object) instead of sorting it.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        Span<T> a = items;
        for (int i = a.Length / 2 - 1; i >= 0; i--) SiftDown(a, i, order);
        for (int end = a.Length - 1; end > 0; end--)
        {
            (a[0], a[end]) = (a[end], a[0]);
            SiftDown(a[..end], 0, order);
        }
    }

    private static void SiftDown<T>(Span<T> heap, int i, IComparer<T> order)
    {
        T item = heap[i];
        // No child where 2i + 1 >= n, that is, where i >= n / 2.
        while (i < heap.Length / 2)
        {
            int child = 2 * i + 1;
            if (child + 1 < heap.Length && order.Compare(heap[child + 1], heap[child]) > 0) child++;
            if (order.Compare(heap[child], item) <= 0) break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = item;
    }
}
