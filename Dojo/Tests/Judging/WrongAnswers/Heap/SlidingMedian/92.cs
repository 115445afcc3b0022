// Breaks: "O(n log w) for n numbers and a window of w."
// How: 300 000 numbers, 0 and 299 999 in turn, window 1: numbers that span less than n go through counters, and the median walks
// over all 300 000 of them at each step, O(n * n). Sorted numbers, few values and numbers from all of int are quick.
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));
        int smallest = numbers.Min();
        long span = (long)numbers.Max() - smallest;
        return span < numbers.Length ? Dense(numbers, window, smallest, (int)span) : Sparse(numbers, window);
    }

    // A counter per value; the median walks from where it was.
    private static double[] Dense(int[] numbers, int window, int smallest, int span)
    {
        var counts = new int[span + 1];
        int rank = (window - 1) / 2, at = 0, below = 0;
        var medians = new double[numbers.Length - window + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i >= window)
            {
                int old = numbers[i - window] - smallest;
                counts[old]--;
                if (old < at) below--;
            }
            int value = numbers[i] - smallest;
            counts[value]++;
            if (value < at) below++;
            if (i < window - 1) continue;

            while (below > rank) below -= counts[--at];
            while (below + counts[at] <= rank) below += counts[at++];
            int upper = at;
            if (window % 2 == 0 && below + counts[at] == rank + 1)
            {
                do upper++;
                while (counts[upper] == 0);
            }
            medians[i - window + 1] = smallest + ((double)at + upper) / 2;
        }
        return medians;
    }

    private static double[] Sparse(int[] numbers, int window)
    {
        SortedSet<(int Number, int Index)> low = [], high = [];
        int half = (window + 1) / 2;
        var medians = new double[numbers.Length - window + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i >= window)
            {
                (int, int) old = (numbers[i - window], i - window);
                if (!low.Remove(old)) high.Remove(old);
            }
            (int, int) entry = (numbers[i], i);
            if (low.Count > 0 && entry.CompareTo(low.Max) < 0) low.Add(entry);
            else high.Add(entry);
            if (low.Count > half)
            {
                (int, int) moved = low.Max;
                low.Remove(moved);
                high.Add(moved);
            }
            if (low.Count < half)
            {
                (int, int) moved = high.Min;
                high.Remove(moved);
                low.Add(moved);
            }
            if (i < window - 1) continue;
            double lower = low.Max.Number;
            medians[i - window + 1] = window % 2 == 1 ? lower : (lower + high.Min.Number) / 2;
        }
        return medians;
    }
}
