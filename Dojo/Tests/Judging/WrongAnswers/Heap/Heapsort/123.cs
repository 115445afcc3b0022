// quicksort in three parts with a random pivot is O(n log n) only in expectation: "O(n log n) comparisons whatever the input" is broken by an order that decides while it is asked; input: McIlroy's adversary as comparer (items are undecided until compared; of two undecided ones the pivot candidate is frozen as the smallest left), n = 20000 gives about n^2/2 comparisons
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        // the longer part waits, so at most log2 n of them do: a fixed number of places is enough
        Span<int> waiting = stackalloc int[80];
        int top = 0, low = 0, high = items.Length;
        while (true)
        {
            if (high - low < 2)
            {
                if (top == 0)
                    return;
                high = waiting[--top];
                low = waiting[--top];
                continue;
            }
            T pivot = items[Random.Shared.Next(low, high)];
            int less = low, i = low, more = high;
            while (i < more)
            {
                int sign = order.Compare(items[i], pivot);
                if (sign < 0)
                {
                    (items[less], items[i]) = (items[i], items[less]);
                    less++;
                    i++;
                }
                else if (sign > 0)
                {
                    more--;
                    (items[more], items[i]) = (items[i], items[more]);
                }
                else
                {
                    i++;
                }
            }
            if (less - low > high - more)
            {
                waiting[top++] = low;
                waiting[top++] = less;
                low = more;
            }
            else
            {
                waiting[top++] = more;
                waiting[top++] = high;
                high = less;
            }
        }
    }
}
