// Breaks: "O(n log n) comparisons whatever the input, O(1) space beside the array."
// How: One 0 and 1022 times 5: before each exchange the heap's end is searched backwards for an item that does not tie with
// the top, and the 0 lies at the first leaf: 512 + 511 + ... + 1, then 256 + ..., about 175 000 comparisons; 4n log2 n is 40 900.
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        for (int i = items.Length / 2 - 1; i >= 0; i--) Sink(items, i, items.Length, order);
        for (int end = items.Length; end > 1;)
        {
            // When all that is left ties with the top, it is in order.
            int last = end - 1;
            while (last > 0 && order.Compare(items[last], items[0]) == 0) last--;
            if (last == 0) return;
            end--;
            (items[0], items[end]) = (items[end], items[0]);
            Sink(items, 0, end, order);
        }
    }

    private static void Sink<T>(T[] items, int i, int end, IComparer<T> order)
    {
        T item = items[i];
        while (2 * i + 1 < end)
        {
            int child = 2 * i + 1;
            if (child + 1 < end && order.Compare(items[child + 1], items[child]) > 0) child++;
            if (order.Compare(items[child], item) <= 0) break;
            items[i] = items[child];
            i = child;
        }
        items[i] = item;
    }
}
