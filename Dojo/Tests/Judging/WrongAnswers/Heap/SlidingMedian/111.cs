// "the mean of the two middle numbers" loses its half if their sum is odd and negative (the remainder is -1, not 1): Medians([-2, -1], 2) gives [-1] instead of [-1.5].
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));

        var low = new SortedSet<(int Value, int Place)>();
        var high = new SortedSet<(int Value, int Place)>();
        double[] medians = new double[numbers.Length - window + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i >= window)
            {
                (int Value, int Place) oldest = (numbers[i - window], i - window);
                if (!low.Remove(oldest)) high.Remove(oldest);
            }

            (int Value, int Place) newest = (numbers[i], i);
            if (high.Count > 0 && newest.CompareTo(high.Min) > 0) high.Add(newest);
            else low.Add(newest);

            while (low.Count > high.Count + 1) Move(low.Max, low, high);
            while (high.Count > low.Count) Move(high.Min, high, low);

            if (i < window - 1) continue;
            medians[i - window + 1] = window % 2 == 1 ? low.Max.Value : Mean(low.Max.Value, high.Min.Value);
        }
        return medians;
    }

    private static void Move((int Value, int Place) entry, SortedSet<(int Value, int Place)> from, SortedSet<(int Value, int Place)> to)
    {
        from.Remove(entry);
        to.Add(entry);
    }

    private static double Mean(int lower, int upper)
    {
        long sum = (long)lower + upper;
        double mean = sum / 2;
        if (sum % 2 == 1) mean += 0.5;
        return mean;
    }
}
