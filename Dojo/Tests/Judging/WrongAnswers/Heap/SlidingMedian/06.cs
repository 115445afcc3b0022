// The mean of the two middles is computed in int and overflows.
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || numbers.Length < window) throw new ArgumentOutOfRangeException(nameof(window), "does not fit");
        Comparer<int> byValue = Comparer<int>.Create((i, j) =>
            numbers[i] != numbers[j] ? numbers[i].CompareTo(numbers[j]) : i.CompareTo(j));
        SortedSet<int> left = new(byValue), right = new(byValue);
        double[] result = new double[numbers.Length - window + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i >= window)
            {
                if (left.Contains(i - window)) left.Remove(i - window);
                else right.Remove(i - window);
            }
            right.Add(i);
            left.Add(right.Min);
            right.Remove(right.Min);
            while (left.Count > right.Count + 1)
            {
                right.Add(left.Max);
                left.Remove(left.Max);
            }
            if (i - window + 1 >= 0)
                result[i - window + 1] = window % 2 == 1
                    ? numbers[left.Max]
                    : (numbers[left.Max] + numbers[right.Min]) * 0.5;
        }
        return result;
    }
}
