// O(n log w) is broken: the window is a sorted list, into which and from which every step moves O(w) numbers, O(n w) in all.
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));

        var sorted = new List<int>(numbers.AsSpan(0, window).ToArray());
        sorted.Sort();
        double[] medians = new double[numbers.Length - window + 1];
        medians[0] = Middle();
        for (int i = window; i < numbers.Length; i++)
        {
            sorted.RemoveAt(sorted.BinarySearch(numbers[i - window]));
            int place = sorted.BinarySearch(numbers[i]);
            sorted.Insert(place < 0 ? ~place : place, numbers[i]);
            medians[i - window + 1] = Middle();
        }
        return medians;

        double Middle() => ((long)sorted[(window - 1) / 2] + sorted[window / 2]) / 2.0;
    }
}
