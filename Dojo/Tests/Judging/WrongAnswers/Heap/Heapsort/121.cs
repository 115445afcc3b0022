// a merge sort whose buffer of n/2 items is rented from the ArrayPool: "in place, O(1) space beside the array" is broken, though after a first call nothing is newly allocated; input: any array of 300000 items (a second array of 262144 items is rented and kept by the pool)
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
        if (n < 2)
            return;
        // rented and given back: no allocation of our own. A left run is never longer than this
        int longest = 1;
        while (longest < n - longest)
            longest *= 2;
        T[] left = ArrayPool<T>.Shared.Rent(longest);
        try
        {
            for (int width = 1; width < n; width = width > n / 2 ? n : 2 * width)
            {
                for (int start = 0; start < n - width; start += 2 * width)
                {
                    int middle = start + width;
                    int end = n - middle < width ? n : middle + width;
                    if (order.Compare(items[middle - 1], items[middle]) <= 0)
                        continue;
                    Array.Copy(items, start, left, 0, width);
                    int i = 0, j = middle, to = start;
                    while (i < width && j < end)
                        items[to++] = order.Compare(items[j], left[i]) < 0 ? items[j++] : left[i++];
                    while (i < width)
                        items[to++] = left[i++];
                }
            }
        }
        finally
        {
            ArrayPool<T>.Shared.Return(left, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
