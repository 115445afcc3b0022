using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>The 100 largest of 1,000,000 numbers; of ascending ones each beats the heap's top.</summary>
[MemoryDiagnoser]
public class TopKBenchmark
{
    private const int K = 100;

    [Params("random", "ascending")]
    public string Order { get; set; } = "";

    private int[] _numbers = [];

    [GlobalSetup]
    public void Draw() => _numbers = Inputs.Numbers(1_000_000, Order);

    [Benchmark(Baseline = true)]
    public int[] Linq() => [.. _numbers.OrderDescending().Take(K)];

    [Benchmark]
    public int[] SortEverything()
    {
        int[] sorted = [.. _numbers];
        Array.Sort(sorted);
        Array.Reverse(sorted);
        return sorted[..K];
    }

    [Benchmark]
    public int[] PriorityQueue()
    {
        var queue = new PriorityQueue<int, int>();
        foreach (int number in _numbers)
            if (queue.Count < K) queue.Enqueue(number, number);
            else if (number > queue.Peek()) queue.DequeueEnqueue(number, number);
        var largest = new int[queue.Count];
        while (queue.Count > 0) largest[queue.Count - 1] = queue.Dequeue();
        return largest;
    }

    [Benchmark]
    public int[] HeapOfK() => TopK.Largest(_numbers, K);
}
