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
    public long OrderByDescending()
    {
        int[] parent = [.. Enumerable.Range(0, Vertices)];
        long total = 0;
        foreach (var (u, v, weight) in _edges.OrderByDescending(edge => edge.Weight))
        {
            int a = Find(parent, u), b = Find(parent, v);
            if (a == b) continue;
            parent[a] = b;
            total += weight;
        }
        return total;
    }

    [Benchmark]
    public long TurnedWeights() => MaximumSpanningForest.Forest(Vertices, _edges).Total;

    private static int Find(int[] parent, int v)
    {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    }
}
