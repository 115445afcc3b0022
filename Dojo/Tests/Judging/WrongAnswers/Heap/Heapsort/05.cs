// It builds a min-heap and so sorts in descending order.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        int end = items.Length;
        int start = end / 2;
        while (end > 1)
        {
            if (start > 0) start--;
            else
            {
                end--;
                (items[end], items[0]) = (items[0], items[end]);
            }
            int root = start;
            while (root * 2 + 1 < end)
            {
                int c = root * 2 + 1;
                if (c + 1 < end && order.Compare(items[c + 1], items[c]) < 0) c++;
                if (order.Compare(items[c], items[root]) >= 0) break;
                (items[c], items[root]) = (items[root], items[c]);
                root = c;
            }
        }
    }
}
