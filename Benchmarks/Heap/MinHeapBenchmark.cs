using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>100,000 numbers pushed, then popped; of descending ones each push goes all the way up.</summary>
[MemoryDiagnoser]
public class MinHeapBenchmark
{
    [Params("random", "descending")]
    public string Order { get; set; } = "";

    private int[] _numbers = [];

    [GlobalSetup]
    public void Draw() => _numbers = Inputs.Numbers(100_000, Order);

    [Benchmark(Baseline = true)]
    public int PriorityQueue()
    {
        int last = 0;
        var queue = new PriorityQueue<int, int>();
        foreach (int number in _numbers) queue.Enqueue(number, number);
        while (queue.Count > 0) last = queue.Dequeue();
        return last;
    }

    /// <summary>A set keeps ties once, so each number carries its place.</summary>
    [Benchmark]
    public int SortedSet()
    {
        int last = 0;
        var set = new SortedSet<(int Number, int Place)>();
        for (int i = 0; i < _numbers.Length; i++) set.Add((_numbers[i], i));
        while (set.Count > 0)
        {
            last = set.Min.Number;
            set.Remove(set.Min);
        }
        return last;
    }

    [Benchmark]
    public int Heap()
    {
        int last = 0;
        var heap = MinHeap<int>.Empty(Comparer<int>.Default);
        foreach (int number in _numbers) heap.Push(number);
        while (heap.Count > 0) last = heap.Pop();
        return last;
    }

    [Benchmark]
    public int HeapBuiltAtOnce()
    {
        int last = 0;
        var heap = MinHeap<int>.From(_numbers, Comparer<int>.Default);
        while (heap.Count > 0) last = heap.Pop();
        return last;
    }
}
