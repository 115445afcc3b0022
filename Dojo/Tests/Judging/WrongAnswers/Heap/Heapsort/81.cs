// Breaks: "O(n log n) comparisons whatever the input, O(1) space beside the array."
// How: a quicksort with the median of the first, middle and last item; quick on sorted, reversed, equal, organ-pipe and random
// input, but Musser's median-of-three killer (or McIlroy's adversary as comparer) makes it quadratic: far more than 4 n log2 n.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order) => Sort(items, 0, items.Length - 1, order);

    static void Sort<T>(T[] a, int low, int high, IComparer<T> order)
    {
        while (high - low >= 2)
        {
            int middle = low + (high - low) / 2;
            if (order.Compare(a[middle], a[low]) < 0) (a[middle], a[low]) = (a[low], a[middle]);
            if (order.Compare(a[high], a[low]) < 0) (a[high], a[low]) = (a[low], a[high]);
            if (order.Compare(a[high], a[middle]) < 0) (a[high], a[middle]) = (a[middle], a[high]);
            T pivot = a[middle];
            int i = low, j = high;
            while (i <= j)
            {
                while (order.Compare(a[i], pivot) < 0) i++;
                while (order.Compare(pivot, a[j]) < 0) j--;
                if (i <= j)
                {
                    (a[i], a[j]) = (a[j], a[i]);
                    i++;
                    j--;
                }
            }
            // The smaller part first, so that the stack stays at log2 n frames.
            if (j - low < high - i)
            {
                Sort(a, low, j, order);
                low = i;
            }
            else
            {
                Sort(a, i, high, order);
                high = j;
            }
        }
        if (high - low == 1 && order.Compare(a[high], a[low]) < 0) (a[high], a[low]) = (a[low], a[high]);
    }
}
