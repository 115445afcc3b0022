// the order is turned round by negating the result, which stays negative for int.MinValue, so with a comparer that returns int.MinValue for "less" the items do not come out sorted; only the sign should count.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        // A heap that gives the smallest first, under the opposite order, gives the largest.
        var opposite = Comparer<T>.Create((x, y) => -order.Compare(x, y));
        int n = items.Length;
        for (int i = (n - 2) / 2; i >= 0; i--)
        {
            if (n > 1) Sink(items, i, n, opposite);
        }
        while (n > 1)
        {
            n--;
            T top = items[0];
            items[0] = items[n];
            items[n] = top;
            Sink(items, 0, n, opposite);
        }
    }

    private static void Sink<T>(T[] heap, int place, int count, Comparer<T> order)
    {
        for (int child; (child = 2 * place + 1) < count; place = child)
        {
            if (child + 1 < count && order.Compare(heap[child + 1], heap[child]) < 0) child++;
            if (order.Compare(heap[place], heap[child]) <= 0) return;
            (heap[place], heap[child]) = (heap[child], heap[place]);
        }
    }
}
