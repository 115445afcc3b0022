using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>The k smallest sums of two lists of 1,000 numbers each, a million pairs.</summary>
[MemoryDiagnoser]
public class SortedPairsBenchmark
{
    private const int N = 1_000;

    [Params(100, 100_000)]
    public int K { get; set; }

    private int[] _first = [], _second = [];

    [GlobalSetup]
    public void Draw()
    {
        int[] numbers = Inputs.Numbers(2 * N, "random");
        (_first, _second) = (numbers[..N], numbers[N..]);
        Array.Sort(_first);
        Array.Sort(_second);
    }

    [Benchmark(Baseline = true)]
    public (int, int, long)[] SortAllSums() =>
        [.. _first.SelectMany((x, i) => _second.Select((y, j) => (I: i, J: j, Sum: (long)x + y))).OrderBy(pair => pair.Sum).Take(K)];

    [Benchmark]
    public (int, int, long)[] HeapOfTheBestK()
    {
        var best = new PriorityQueue<(int I, int J), long>();
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++)
            {
                long negative = -(long)_first[i] - _second[j];
                if (best.Count < K) best.Enqueue((i, j), negative);
                else if (best.EnqueueDequeue((i, j), negative) == (i, j)) break; // the rest of the row is no smaller
            }
        var smallest = new (int, int, long)[best.Count];
        while (best.TryDequeue(out var pair, out long negative)) smallest[best.Count] = (pair.I, pair.J, -negative);
        return smallest;
    }

    [Benchmark]
    public (int, int, long)[] Frontier() => SortedPairs.Smallest(_first, _second, K);
}
