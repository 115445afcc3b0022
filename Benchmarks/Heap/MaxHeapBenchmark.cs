using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>100,000 numbers pushed, then popped; of ascending ones each push goes all the way up.</summary>
[MemoryDiagnoser]
public class MaxHeapBenchmark
{
    [Params("random", "ascending")]
    public string Order { get; set; } = "";

    private int[] _numbers = [];

    [GlobalSetup]
    public void Draw() => _numbers = Inputs.Numbers(100_000, Order);

    /// <summary>The framework's queue gives the smallest priority, so a number's priority is its complement.</summary>
    [Benchmark(Baseline = true)]
    public int PriorityQueueByComplement()
    {
        int last = 0;
        var queue = new PriorityQueue<int, int>();
        foreach (int number in _numbers) queue.Enqueue(number, ~number);
        while (queue.Count > 0) last = queue.Dequeue();
        return last;
    }

    [Benchmark]
    public int PriorityQueueByComparer()
    {
        int last = 0;
        var queue = new PriorityQueue<int, int>(Comparer<int>.Create((x, y) => y.CompareTo(x)));
        foreach (int number in _numbers) queue.Enqueue(number, number);
        while (queue.Count > 0) last = queue.Dequeue();
        return last;
    }

    [Benchmark]
    public int Heap()
    {
        int last = 0;
        var heap = MaxHeap<int>.Empty(Comparer<int>.Default);
        foreach (int number in _numbers) heap.Push(number);
        while (heap.Count > 0) last = heap.Pop();
        return last;
    }
}
