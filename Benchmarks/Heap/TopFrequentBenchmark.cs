using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>The 100 most frequent of 1,000,000 numbers, of which a thousand or some four hundred thousand are different.</summary>
[MemoryDiagnoser]
public class TopFrequentBenchmark
{
    private const int K = 100;

    [Params(1_000, 500_000)]
    public int Different { get; set; }

    private int[] _numbers = [];

    [GlobalSetup]
    public void Draw() => _numbers = Array.ConvertAll(Inputs.Numbers(1_000_000, "random"), number => number % (Different / 2));

    [Benchmark(Baseline = true)]
    public int[] Linq() =>
        [.. _numbers.CountBy(number => number).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(K).Select(pair => pair.Key)];

    [Benchmark]
    public int[] GroupBy() =>
        [.. _numbers.GroupBy(number => number).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Take(K).Select(same => same.Key)];

    [Benchmark]
    public int[] SortAndCountRuns()
    {
        int[] sorted = [.. _numbers];
        Array.Sort(sorted);
        List<(int Negative, int Value)> runs = [];
        for (int i = 0, start = 0; i < sorted.Length; i++)
        {
            if (i + 1 < sorted.Length && sorted[i + 1] == sorted[i]) continue;
            runs.Add((start - i - 1, sorted[i]));
            start = i + 1;
        }
        runs.Sort();
        return [.. runs.Take(K).Select(run => run.Value)];
    }

    [Benchmark]
    public int[] HeapOfK() => TopFrequent.Most(_numbers, K);
}
