// The heaps are static, so that all medians share their numbers.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private static readonly PriorityQueue<int, int> maxHeap = new();
    private static readonly PriorityQueue<int, int> minHeap = new();

    public void Add(int number)
    {
        if (maxHeap.Count == 0 || number <= maxHeap.Peek())
            maxHeap.Enqueue(number, ~number);
        else
            minHeap.Enqueue(number, number);

        while (maxHeap.Count < minHeap.Count)
        {
            int x = minHeap.Dequeue();
            maxHeap.Enqueue(x, ~x);
        }
        while (maxHeap.Count > minHeap.Count + 1)
        {
            int x = maxHeap.Dequeue();
            minHeap.Enqueue(x, x);
        }
    }

    public int Lower => maxHeap.TryPeek(out int top, out _) ? top : throw new InvalidOperationException();

    public int Upper => maxHeap.Count == minHeap.Count && minHeap.Count > 0 ? minHeap.Peek() : Lower;

    public double Median
    {
        get
        {
            long sum = Lower;
            sum += Upper;
            return sum / 2d;
        }
    }
}
