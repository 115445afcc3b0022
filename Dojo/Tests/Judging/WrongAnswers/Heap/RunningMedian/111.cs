// "they lie anywhere in int": the lower half is a min-heap of negated numbers, and -int.MinValue is int.MinValue again: after int.MinValue, 1, 2 Lower is int.MinValue instead of 1.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private readonly PriorityQueue<int, int> low = new();
    private readonly PriorityQueue<int, int> high = new();

    public void Add(int number)
    {
        if (low.Count == 0 || number <= low.Peek()) low.Enqueue(number, -number);
        else high.Enqueue(number, number);

        if (low.Count > high.Count + 1)
        {
            int moved = low.Dequeue();
            high.Enqueue(moved, moved);
        }
        else if (high.Count > low.Count)
        {
            int moved = high.Dequeue();
            low.Enqueue(moved, -moved);
        }
    }

    public int Lower => low.Count > 0 ? low.Peek() : throw new InvalidOperationException("There is no number.");

    public int Upper => high.Count == low.Count && high.Count > 0 ? high.Peek() : Lower;

    public double Median => ((long)Lower + Upper) / 2.0;
}
