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
    public long OrderByAndParents() => Parents.Weight(_vertices, _edges.OrderBy(edge => edge.Weight));

    [Benchmark]
    public long SortedIndices() => Kruskal.Forest(_vertices, _edges).Total;
}
