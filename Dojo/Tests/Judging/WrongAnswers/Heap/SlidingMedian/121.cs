// keeps the window as a sorted array and shifts O(w) numbers at every step, O(n w) where the contract promises O(n log w): 300 000 numbers with a window of 150 000, large and small ones in turn
using System;

namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));
        var sorted = numbers[..window];
        Array.Sort(sorted);
        var medians = new double[numbers.Length - window + 1];
        medians[0] = Median(sorted);
        for (int i = window; i < numbers.Length; i++)
        {
            int leaving = Array.BinarySearch(sorted, numbers[i - window]);
            Array.Copy(sorted, leaving + 1, sorted, leaving, window - 1 - leaving);

            int place = Array.BinarySearch(sorted, 0, window - 1, numbers[i]);
            if (place < 0) place = ~place;
            Array.Copy(sorted, place, sorted, place + 1, window - 1 - place);
            sorted[place] = numbers[i];

            medians[i - window + 1] = Median(sorted);
        }
        return medians;
    }

    private static double Median(int[] sorted)
    {
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : ((long)sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
