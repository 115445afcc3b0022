using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>200,000 numbers in k sorted streams, against sorting them all and against merging the streams one after the other.</summary>
[MemoryDiagnoser]
public class MergeSortedBenchmark
{
    [Params(4, 256)]
    public int Streams { get; set; }

    [Params("interleaved", "end to end")]
    public string Order { get; set; } = "";

    private int[][] _streams = [];

    [GlobalSetup]
    public void Deal()
    {
        var numbers = Inputs.Numbers(200_000, Order == "end to end" ? "ascending" : "random");
        _streams = [.. numbers.Chunk(numbers.Length / Streams)];
        foreach (var stream in _streams) Array.Sort(stream);
    }

    [Benchmark(Baseline = true)]
    public long SortAll()
    {
        long sum = 0;
        foreach (int number in _streams.SelectMany(stream => stream).Order()) sum += number;
        return sum;
    }

    [Benchmark]
    public long OneAfterTheOther()
    {
        long sum = 0;
        foreach (int number in _streams.Aggregate(Enumerable.Empty<int>(), Two)) sum += number;
        return sum;
    }

    [Benchmark]
    public long HeapOfHeads()
    {
        long sum = 0;
        foreach (int number in MergeSorted.Merge(_streams, Comparer<int>.Default)) sum += number;
        return sum;
    }

    private static IEnumerable<int> Two(IEnumerable<int> left, IEnumerable<int> right)
    {
        using IEnumerator<int> a = left.GetEnumerator(), b = right.GetEnumerator();
        bool moreLeft = a.MoveNext(), moreRight = b.MoveNext();
        while (moreLeft || moreRight)
            if (moreLeft && (!moreRight || a.Current <= b.Current))
            {
                yield return a.Current;
                moreLeft = a.MoveNext();
            }
            else
            {
                yield return b.Current;
                moreRight = b.MoveNext();
            }
    }
}
