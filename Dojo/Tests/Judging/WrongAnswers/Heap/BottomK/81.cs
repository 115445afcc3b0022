// Breaks: "The stream is read once and never kept: O(k) numbers are held. O(n log k)."
// How: 400 000 equal numbers with k = 200 000: the buffer of 2k is cut by a quickselect with random pivots, but Lomuto's partition
// puts all that is equal on one side, so the one cut takes about 1.5 k^2 = 6 * 10^10 steps. Correct numbers, and fast on distinct ones.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var kept = new List<int>();
        if (k == 0) return [];
        bool full = false;
        int threshold = 0;
        var random = new Random(7);
        foreach (int number in stream)
        {
            if (full && number >= threshold) continue;
            kept.Add(number);
            if (kept.Count >= 2L * k)
            {
                Select(kept, k, random);
                kept.RemoveRange(k, kept.Count - k);
                threshold = kept[0];
                foreach (int held in kept) threshold = Math.Max(threshold, held);
                full = true;
            }
        }
        kept.Sort();
        if (kept.Count > k) kept.RemoveRange(k, kept.Count - k);
        return kept.ToArray();
    }

    // Afterwards the k smallest stand in the first k places.
    static void Select(List<int> a, int k, Random random)
    {
        int low = 0, high = a.Count - 1;
        while (low < high)
        {
            int p = random.Next(low, high + 1);
            (a[p], a[high]) = (a[high], a[p]);
            int pivot = a[high], cut = low;
            for (int i = low; i < high; i++)
                if (a[i] < pivot)
                {
                    (a[i], a[cut]) = (a[cut], a[i]);
                    cut++;
                }
            (a[cut], a[high]) = (a[high], a[cut]);
            if (cut == k - 1) return;
            if (cut < k - 1) low = cut + 1;
            else high = cut - 1;
        }
    }
}
