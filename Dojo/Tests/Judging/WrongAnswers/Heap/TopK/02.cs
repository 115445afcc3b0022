// Room for k numbers is made before any number has come.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k)
    {
        return Largest(stream, k, Comparer<int>.Default);
    }

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k));
        if (k == 0) return [];
        T[] heap = new T[k];
        int n = 0;
        foreach (T x in stream)
        {
            if (n < k)
            {
                int i = n++;
                while (i > 0 && order.Compare(x, heap[(i - 1) / 2]) < 0)
                {
                    heap[i] = heap[(i - 1) / 2];
                    i = (i - 1) / 2;
                }
                heap[i] = x;
            }
            else if (order.Compare(heap[0], x) < 0)
            {
                Replace(heap, n, x, order);
            }
        }
        T[] result = new T[n];
        while (n > 0)
        {
            result[n - 1] = heap[0];
            n--;
            Replace(heap, n, heap[n], order);
        }
        return result;
    }

    private static void Replace<T>(T[] heap, int n, T x, IComparer<T> order)
    {
        int i = 0;
        while (2L * i + 1 < n)
        {
            int c = 2 * i + 1;
            if (c + 1 < n && order.Compare(heap[c + 1], heap[c]) < 0) c++;
            if (order.Compare(x, heap[c]) <= 0) break;
            heap[i] = heap[c];
            i = c;
        }
        heap[i] = x;
    }
}
