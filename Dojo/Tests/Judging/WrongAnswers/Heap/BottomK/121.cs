// the buffer of 2k is cut by quickselect with a partition in two (Lomuto), which is quadratic where most numbers are equal, against "O(n log k)": 400 000 sevens with k = 200 000 ("Equal numbers count each")
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        // Collect up to 2k, keep the k smallest of them, go on: amortised constant time a number.
        long limit = 2L * k;
        var buffer = new int[16];
        int count = 0;
        int bound = int.MaxValue;
        bool bounded = false;
        foreach (int e in stream)
        {
            if (bounded && e >= bound) continue;
            if (count == buffer.Length)
            {
                long larger = Math.Min(Math.Min(2L * buffer.Length, Math.Max(limit, 16)), Array.MaxLength);
                Array.Resize(ref buffer, (int)larger);
            }
            buffer[count++] = e;
            if (count == limit)
            {
                bound = Select(buffer, count, k - 1);
                bounded = true;
                count = k;
            }
        }

        if (count > k)
        {
            Select(buffer, count, k - 1);
            count = k;
        }
        Array.Sort(buffer, 0, count);
        return buffer[..count];
    }

    /// <summary>Puts the number of the given rank in its place, no larger ones before it.</summary>
    private static int Select(int[] a, int count, int rank)
    {
        int low = 0, high = count - 1;
        while (low < high)
        {
            int p = Random.Shared.Next(low, high + 1);
            (a[p], a[high]) = (a[high], a[p]);
            int pivot = a[high];
            int store = low;
            for (int i = low; i < high; i++)
            {
                if (a[i] < pivot)
                {
                    (a[i], a[store]) = (a[store], a[i]);
                    store++;
                }
            }
            (a[store], a[high]) = (a[high], a[store]);
            if (store == rank) break;
            if (store < rank) low = store + 1;
            else high = store - 1;
        }
        return a[rank];
    }
}
