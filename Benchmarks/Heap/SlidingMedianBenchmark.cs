using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>Medians of windows over 100,000 numbers, against a sorted window; a wide one makes room for each number.</summary>
[MemoryDiagnoser]
public class SlidingMedianBenchmark
{
    [Params("random", "descending")]
    public string Order { get; set; } = "";

    [Params(100, 50_000)]
    public int Window { get; set; }

    private int[] _numbers = [];

    [GlobalSetup]
    public void Draw() => _numbers = Inputs.Numbers(100_000, Order);

    [Benchmark(Baseline = true)]
    public double[] SortedWindow()
    {
        var medians = new double[_numbers.Length - Window + 1];
        var sorted = new List<int>(_numbers[..Window]);
        sorted.Sort();
        for (int i = 0; ; i++)
        {
            medians[i] = ((long)sorted[(Window - 1) / 2] + sorted[Window / 2]) / 2.0;
            if (i + Window == _numbers.Length) return medians;
            sorted.RemoveAt(sorted.BinarySearch(_numbers[i]));
            int at = sorted.BinarySearch(_numbers[i + Window]);
            sorted.Insert(at < 0 ? ~at : at, _numbers[i + Window]);
        }
    }

    [Benchmark]
    public double[] TwoHeaps() => SlidingMedian.Medians(_numbers, Window);
}
