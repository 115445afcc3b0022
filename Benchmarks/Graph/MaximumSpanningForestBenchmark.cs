using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>A maximum spanning tree of random edges and of edges in ascending order, against LINQ's descending order.</summary>
[MemoryDiagnoser]
public class MaximumSpanningForestBenchmark
{
    private const int Vertices = 100_000;

    [Params("random", "ascending")]
    public string Order { get; set; } = "";

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw()
    {
        _edges = Inputs.Graph(Vertices, 400_000);
        if (Order == "ascending") Array.Sort(_edges, (a, b) => a.Weight.CompareTo(b.Weight));
    }

    [Benchmark(Baseline = true)]
    public long OrderByDescending() => Parents.Weight(Vertices, _edges.OrderByDescending(edge => edge.Weight));

    [Benchmark]
    public long TurnedWeights() => MaximumSpanningForest.Forest(Vertices, _edges).Total;
}
