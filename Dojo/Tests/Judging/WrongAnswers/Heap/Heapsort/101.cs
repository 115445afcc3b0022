// "O(n log n) comparisons whatever the input": an array with at most 4 descents passes for nearly sorted and goes to insertion sort, so n/2+1..n followed by 1..n/2 takes n^2 / 4 comparisons.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    private const int FewDescents = 4;

    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        int descents = 0;
        for (int i = 1; i < items.Length; i++)
        {
            if (order.Compare(items[i - 1], items[i]) > 0) descents++;
        }
        if (descents == 0) return;
        if (descents <= FewDescents)
        {
            Insert(items, order);
            return;
        }

        for (int root = items.Length / 2 - 1; root >= 0; root--) Sift(items, root, items.Length, order);
        for (int end = items.Length - 1; end > 0; end--)
        {
            (items[0], items[end]) = (items[end], items[0]);
            Sift(items, 0, end, order);
        }
    }

    private static void Insert<T>(T[] items, IComparer<T> order)
    {
        for (int i = 1; i < items.Length; i++)
        {
            T item = items[i];
            int hole = i;
            while (hole > 0 && order.Compare(items[hole - 1], item) > 0)
            {
                items[hole] = items[hole - 1];
                hole--;
            }
            items[hole] = item;
        }
    }

    private static void Sift<T>(T[] items, int root, int end, IComparer<T> order)
    {
        T item = items[root];
        while (true)
        {
            int child = 2 * root + 1;
            if (child >= end) break;
            if (child + 1 < end && order.Compare(items[child], items[child + 1]) < 0) child++;
            if (order.Compare(item, items[child]) >= 0) break;
            items[root] = items[child];
            root = child;
        }
        items[root] = item;
    }
}
