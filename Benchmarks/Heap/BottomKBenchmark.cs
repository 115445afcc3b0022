using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>The 100 smallest of 1,000,000 numbers; of descending ones each beats the largest held.</summary>
[MemoryDiagnoser]
public class BottomKBenchmark
{
    private const int K = 100;

    [Params("random", "descending")]
    public string Order { get; set; } = "";

    private int[] _numbers = [];

    [GlobalSetup]
    public void Draw() => _numbers = Inputs.Numbers(1_000_000, Order);

    [Benchmark(Baseline = true)]
    public int[] Linq() => [.. _numbers.Order().Take(K)];

    [Benchmark]
    public int[] SortEverything()
    {
        int[] sorted = [.. _numbers];
        Array.Sort(sorted);
        return sorted[..K];
    }

    [Benchmark]
    public int[] SortedSet()
    {
        var set = new SortedSet<(int Number, int Place)>();
        for (int i = 0; i < _numbers.Length; i++)
        {
            if (set.Count == K && _numbers[i] >= set.Max.Number) continue;
            set.Add((_numbers[i], i));
            if (set.Count > K) set.Remove(set.Max);
        }
        return [.. set.Select(pair => pair.Number)];
    }

    [Benchmark]
    public int[] HeapOfComplements() => BottomK.Smallest(_numbers, K);
}
