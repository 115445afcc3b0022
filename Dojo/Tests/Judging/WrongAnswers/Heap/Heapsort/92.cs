// Breaks: "O(1) space beside the array: nothing is allocated that grows with $n$."
// How: Any array of n items rents n places of the shared pool for merging. The first call of a size allocates them; later calls
// of such a size find them in the pool, so a measurement after a warm-up of the same size sees nothing.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        int n = items.Length;
        if (n < 2) return;
        T[] room = ArrayPool<T>.Shared.Rent(n);
        try
        {
            for (long width = 1; width < n; width *= 2)
            {
                for (long left = 0; left + width < n; left += 2 * width)
                {
                    Merge(items, room, (int)left, (int)(left + width), (int)Math.Min(left + 2 * width, n), order);
                }
            }
        }
        finally
        {
            ArrayPool<T>.Shared.Return(room, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }

    private static void Merge<T>(T[] items, T[] room, int left, int middle, int right, IComparer<T> order)
    {
        if (order.Compare(items[middle - 1], items[middle]) <= 0) return;
        int count = middle - left;
        Array.Copy(items, left, room, 0, count);
        int a = 0, b = middle, to = left;
        while (a < count && b < right) items[to++] = order.Compare(room[a], items[b]) <= 0 ? room[a++] : items[b++];
        Array.Copy(room, a, items, to, count - a);
    }
}
