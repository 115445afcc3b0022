// While extracting, the sift down goes up to the end of the array instead of the heap's end.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        int n = items.Length;
        for (int i = n / 2 - 1; i >= 0; i--) SiftDown(items, i, order);
        for (int end = n - 1; end > 0; end--)
        {
            (items[0], items[end]) = (items[end], items[0]);
            SiftDown(items, 0, order);
        }
    }

    private static void SiftDown<T>(T[] items, int i, IComparer<T> order)
    {
        int n = items.Length;
        while (2 * i + 1 < n)
        {
            int child = 2 * i + 1;
            if (child + 1 < n && order.Compare(items[child], items[child + 1]) < 0) child++;
            if (order.Compare(items[i], items[child]) >= 0) break;
            (items[i], items[child]) = (items[child], items[i]);
            i = child;
        }
    }
}
