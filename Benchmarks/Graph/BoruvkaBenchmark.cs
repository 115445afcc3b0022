using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>A minimum spanning tree of a sparse and of a dense random graph, against sorting all edges.</summary>
[MemoryDiagnoser]
public class BoruvkaBenchmark
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
    public long SortAllEdges()
    {
        var edges = ((int U, int V, long Weight)[])_edges.Clone();
        Array.Sort(edges, (a, b) => a.Weight.CompareTo(b.Weight));
        return Parents.Weight(_vertices, edges);
    }

    [Benchmark]
    public long Rounds() => Boruvka.Forest(_vertices, _edges).Total;
}
