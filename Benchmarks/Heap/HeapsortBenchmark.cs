using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>100,000 numbers sorted, against the framework's introsort and a queue; sorted ones hurt a plain quicksort.</summary>
[MemoryDiagnoser]
public class HeapsortBenchmark
{
    [Params("random", "ascending")]
    public string Order { get; set; } = "";

    private int[] _numbers = [], _items = [];

    [GlobalSetup]
    public void Draw() => (_numbers, _items) = (Inputs.Numbers(100_000, Order), new int[100_000]);

    /// <summary>With a comparer that the framework does not know, as an order of one's own would be.</summary>
    [Benchmark(Baseline = true)]
    public int[] ArraySort()
    {
        _numbers.CopyTo(_items, 0);
        Array.Sort(_items, Natural.Order);
        return _items;
    }

    [Benchmark]
    public int[] PriorityQueue()
    {
        var queue = new PriorityQueue<int, int>(_numbers.Select(number => (number, number)), Natural.Order);
        for (int i = 0; i < _items.Length; i++) _items[i] = queue.Dequeue();
        return _items;
    }

    [Benchmark]
    public int[] InPlace()
    {
        _numbers.CopyTo(_items, 0);
        Heapsort.Sort(_items, Natural.Order);
        return _items;
    }

    private sealed class Natural : IComparer<int>
    {
        public static readonly Natural Order = new();

        public int Compare(int x, int y) => x.CompareTo(y);
    }
}
