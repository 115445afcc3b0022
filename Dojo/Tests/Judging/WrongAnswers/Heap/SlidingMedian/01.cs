// The window is a sorted list, in which each step moves O(w) numbers.
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));
        var sorted = new List<int>(numbers.Take(window));
        sorted.Sort();
        var result = new List<double>();
        for (int right = window; ; right++)
        {
            result.Add(((double)sorted[(window - 1) / 2] + sorted[window / 2]) / 2);
            if (right == numbers.Length) break;
            sorted.RemoveAt(sorted.BinarySearch(numbers[right - window]));
            int at = sorted.BinarySearch(numbers[right]);
            sorted.Insert(at < 0 ? ~at : at, numbers[right]);
        }
        return result.ToArray();
    }
}
