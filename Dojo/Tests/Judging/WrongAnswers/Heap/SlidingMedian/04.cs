// A window larger than the input is not refused: it gives no medians.
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1) throw new ArgumentOutOfRangeException(nameof(window));
        if (window > numbers.Length) return [];
        return Slide(numbers, window).ToArray();
    }

    private static IEnumerable<double> Slide(int[] numbers, int window)
    {
        var low = new SortedSet<(int, int)>();
        var high = new SortedSet<(int, int)>();
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i >= window)
            {
                var old = (numbers[i - window], i - window);
                _ = low.Remove(old) || high.Remove(old);
            }
            low.Add((numbers[i], i));
            Move(low, high, low.Max);
            while (high.Count > low.Count) Move(high, low, high.Min);
            if (i < window - 1) continue;
            long a = low.Max.Item1, b = window % 2 == 0 ? high.Min.Item1 : a;
            yield return (a + b) / 2.0;
        }
    }

    private static void Move(SortedSet<(int, int)> from, SortedSet<(int, int)> to, (int, int) item)
    {
        from.Remove(item);
        to.Add(item);
    }
}
