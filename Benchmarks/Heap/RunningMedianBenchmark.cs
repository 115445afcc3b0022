using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>The median after each of 100,000 numbers, against a sorted list; descending numbers are inserted at its front.</summary>
[MemoryDiagnoser]
public class RunningMedianBenchmark
{
    [Params("random", "descending")]
    public string Order { get; set; } = "";

    private int[] _numbers = [];

    [GlobalSetup]
    public void Draw() => _numbers = Inputs.Numbers(100_000, Order);

    [Benchmark(Baseline = true)]
    public double SortedList()
    {
        double sum = 0;
        var sorted = new List<int>();
        foreach (int number in _numbers)
        {
            int at = sorted.BinarySearch(number);
            sorted.Insert(at < 0 ? ~at : at, number);
            sum += ((long)sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
        }
        return sum;
    }

    [Benchmark]
    public double TwoHeaps()
    {
        double sum = 0;
        var median = new RunningMedian();
        foreach (int number in _numbers)
        {
            median.Add(number);
            sum += median.Median;
        }
        return sum;
    }
}
