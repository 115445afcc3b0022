using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>A minimum spanning tree of a sparse and of a dense random graph, against LINQ's order and a bare array of parents.</summary>
[MemoryDiagnoser]
public class KruskalBenchmark
{
    [Params("sparse", "dense")]
    public string Graph { get; set; } = "";

    private int _vertices;
    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw()
    {
        _vertices = Graph == "sparse" ? 200_000 : 1_000;
        _edges = Inputs.Graph(_vertices, 400_000);
    }

    [Benchmark(Baseline = true)]
    public long OrderByAndParents()
    {
        int[] parent = [.. Enumerable.Range(0, _vertices)];
        long total = 0;
        foreach (var (u, v, weight) in _edges.OrderBy(edge => edge.Weight))
        {
            int a = Find(parent, u), b = Find(parent, v);
            if (a == b) continue;
            parent[a] = b;
            total += weight;
        }
        return total;
    }

    [Benchmark]
    public long SortedIndices() => Kruskal.Forest(_vertices, _edges).Total;

    private static int Find(int[] parent, int v)
    {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    }
}
