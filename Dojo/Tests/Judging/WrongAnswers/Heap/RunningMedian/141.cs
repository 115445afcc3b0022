// the lower half is a max-heap by negated numbers, and -int.MinValue is int.MinValue again, so once int.MinValue is in the lower half it stands on top and Lower, Upper and Median are wrong.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    // The lower half holds as many numbers as the upper one, or one more.
    private readonly PriorityQueue<int, int> lower = new();
    private readonly PriorityQueue<int, int> upper = new();

    public void Add(int number)
    {
        if (lower.Count == 0 || number <= lower.Peek()) lower.Enqueue(number, -number);
        else upper.Enqueue(number, number);

        if (lower.Count > upper.Count + 1)
        {
            int moved = lower.Dequeue();
            upper.Enqueue(moved, moved);
        }
        else if (upper.Count > lower.Count)
        {
            int moved = upper.Dequeue();
            lower.Enqueue(moved, -moved);
        }
    }

    public int Lower
    {
        get
        {
            if (lower.Count == 0) throw new InvalidOperationException("No number has been added.");
            return lower.Peek();
        }
    }

    public int Upper => lower.Count > upper.Count ? Lower : upper.Count > 0 ? upper.Peek() : Lower;

    public double Median => ((double)Lower + Upper) / 2;
}
