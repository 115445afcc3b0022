using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>
/// 100,000 keys pushed, each lowered three times, all popped; against what the library offers instead: entries left behind
/// and skipped, or a sorted set. On descending priorities every lowered key rises to the top.
/// </summary>
[MemoryDiagnoser]
public class IndexedHeapBenchmark
{
    private const int Keys = 100_000;
    private const int Rounds = 3;
    private const long Step = 1L << 33; // lowers a priority below all those of the round before

    [Params("random", "descending")]
    public string Order { get; set; } = "";

    private int[] _priorities = [];

    [GlobalSetup]
    public void Draw() => _priorities = Inputs.Numbers(Keys, Order);

    [Benchmark(Baseline = true)]
    public long StaleEntries()
    {
        long sum = 0;
        var queue = new PriorityQueue<int, long>();
        var current = new long[Keys];
        for (int round = 0; round <= Rounds; round++)
            for (int key = 0; key < Keys; key++) queue.Enqueue(key, current[key] = _priorities[key] - round * Step);
        while (queue.TryDequeue(out int key, out long priority))
            if (priority == current[key]) sum ^= priority;
        return sum;
    }

    [Benchmark]
    public long SortedSet()
    {
        long sum = 0;
        var set = new SortedSet<(long Priority, int Key)>();
        for (int round = 0; round <= Rounds; round++)
            for (int key = 0; key < Keys; key++)
            {
                if (round > 0) set.Remove((_priorities[key] - (round - 1) * Step, key));
                set.Add((_priorities[key] - round * Step, key));
            }
        for (; set.Count > 0; set.Remove(set.Min)) sum ^= set.Min.Priority;
        return sum;
    }

    [Benchmark]
    public long Indexed()
    {
        long sum = 0;
        var heap = IndexedHeap.Of(Keys);
        for (int key = 0; key < Keys; key++) heap.Push(key, _priorities[key]);
        for (int round = 1; round <= Rounds; round++)
            for (int key = 0; key < Keys; key++) heap.Decrease(key, _priorities[key] - round * Step);
        while (heap.Count > 0) sum ^= heap.Pop().Priority;
        return sum;
    }
}
