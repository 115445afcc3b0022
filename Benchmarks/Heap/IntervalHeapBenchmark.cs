using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>100,000 items pushed, then all popped from both ends in turn, against a sorted set that numbers its items.</summary>
[MemoryDiagnoser]
public class IntervalHeapBenchmark
{
    [Params("random", "descending")]
    public string Order { get; set; } = "";

    private int[] _items = [];

    [GlobalSetup]
    public void Draw() => _items = Inputs.Numbers(100_000, Order);

    [Benchmark(Baseline = true)]
    public long SortedSet()
    {
        long sum = 0;
        int pushed = 0;
        var set = new SortedSet<(int Item, int Number)>();
        foreach (int item in _items) set.Add((item, pushed++));
        for (int i = 0; set.Count > 0; i++)
        {
            var end = i % 2 == 0 ? set.Min : set.Max;
            set.Remove(end);
            sum = 31 * sum + end.Item;
        }
        return sum;
    }

    [Benchmark]
    public long IntervalHeap()
    {
        long sum = 0;
        var heap = IntervalHeap<int>.Empty(Comparer<int>.Default);
        foreach (int item in _items) heap.Push(item);
        for (int i = 0; heap.Count > 0; i++) sum = 31 * sum + (i % 2 == 0 ? heap.PopMin() : heap.PopMax());
        return sum;
    }
}
