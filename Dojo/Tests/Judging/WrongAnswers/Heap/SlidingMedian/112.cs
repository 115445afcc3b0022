// the last answer is remembered by the array itself, not by what stands in it: Medians(a, 1) of a = [1, 2], then a[0] = 5, then Medians(a, 1) gives [1, 2] again instead of [5, 2].
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    private sealed record Answer(int[] Numbers, int Window, double[] Medians);

    private static Answer? last;

    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));

        // Whoever draws a chart asks for the same again and again.
        Answer? known = last;
        if (known is null || !ReferenceEquals(known.Numbers, numbers) || known.Window != window)
        {
            known = new Answer(numbers, window, Compute(numbers, window));
            last = known;
        }
        return (double[])known.Medians.Clone();
    }

    private static double[] Compute(int[] numbers, int window)
    {
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
            long upper = window % 2 == 1 ? low.Max.Value : high.Min.Value;
            medians[i - window + 1] = (low.Max.Value + upper) / 2.0;
        }
        return medians;
    }

    private static void Move((int Value, int Place) entry, SortedSet<(int Value, int Place)> from, SortedSet<(int Value, int Place)> to)
    {
        from.Remove(entry);
        to.Add(entry);
    }
}
