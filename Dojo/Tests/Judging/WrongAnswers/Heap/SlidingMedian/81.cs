// Breaks: "O(n log w) for n numbers and a window of w."
// How: 300 000 random numbers and w = 3 (or 1): the pointer to the median walks over the counters of all distinct values, and with a small
// window it jumps across a good part of them at every step, some 10^10 in all. With a wide window it hardly moves.
using System;

namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));
        int[] values = (int[])numbers.Clone();
        Array.Sort(values);
        int distinct = 0;
        foreach (int value in values)
            if (distinct == 0 || values[distinct - 1] != value) values[distinct++] = value;
        int[] rank = new int[numbers.Length];
        for (int i = 0; i < rank.Length; i++) rank[i] = Array.BinarySearch(values, 0, distinct, numbers[i]);

        int[] count = new int[distinct];
        double[] medians = new double[numbers.Length - window + 1];
        int at = 0, below = 0, lowRank = (window - 1) / 2, highRank = window / 2;
        for (int i = 0; i < numbers.Length; i++)
        {
            count[rank[i]]++;
            if (rank[i] < at) below++;
            if (i >= window)
            {
                int gone = rank[i - window];
                count[gone]--;
                if (gone < at) below--;
            }
            if (i < window - 1) continue;
            while (below > lowRank) below -= count[--at];
            while (below + count[at] <= lowRank) below += count[at++];
            int upper = at;
            if (below + count[at] <= highRank)
                do upper++;
                while (count[upper] == 0);
            medians[i - window + 1] = ((double)values[at] + values[upper]) / 2;
        }
        return medians;
    }
}
