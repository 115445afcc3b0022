// It is a quicksort with the last item as pivot: quadratic on sorted input.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        int lo = 0, hi = items.Length - 1;
        Quick(items, lo, hi, order);
    }

    static void Quick<T>(T[] a, int lo, int hi, IComparer<T> order)
    {
        // recurse into the shorter side only, so that the stack stays small
        while (lo < hi)
        {
            T pivot = a[hi];
            int mid = lo;
            for (int j = lo; j < hi; j++)
            {
                if (order.Compare(a[j], pivot) < 0)
                {
                    (a[mid], a[j]) = (a[j], a[mid]);
                    mid++;
                }
            }
            (a[mid], a[hi]) = (a[hi], a[mid]);
            if (mid - lo < hi - mid)
            {
                Quick(a, lo, mid - 1, order);
                lo = mid + 1;
            }
            else
            {
                Quick(a, mid + 1, hi, order);
                hi = mid - 1;
            }
        }
    }
}
