// Breaks: "The input is left unchanged."
// How: Medians([3, 1, 2], 3): with w = n there is one median, found by sorting the caller's own array, which is [1, 2, 3] afterwards.
// Smaller windows leave it alone.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));
        if (window == numbers.Length)
        {
            // One window only: no heaps are needed.
            Array.Sort(numbers);
            return [Mean(numbers[(window - 1) / 2], numbers[window / 2])];
        }
        var low = new SortedSet<(int Number, int Index)>();
        var high = new SortedSet<(int Number, int Index)>();
        double[] medians = new double[numbers.Length - window + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i >= window)
            {
                var gone = (numbers[i - window], i - window);
                if (!low.Remove(gone)) high.Remove(gone);
            }
            var item = (numbers[i], i);
            if (high.Count > 0 && item.CompareTo(high.Min) > 0) high.Add(item);
            else low.Add(item);
            while (low.Count > high.Count + 1) Move(low, high, low.Max);
            while (low.Count < high.Count) Move(high, low, high.Min);
            if (i >= window - 1)
                medians[i - window + 1] = window % 2 == 1
                    ? low.Max.Number
                    : Mean(low.Max.Number, high.Min.Number);
        }
        return medians;
    }

    static void Move(SortedSet<(int, int)> from, SortedSet<(int, int)> to, (int, int) item)
    {
        from.Remove(item);
        to.Add(item);
    }

    static double Mean(int a, int b) => ((long)a + b) / 2.0;
}
