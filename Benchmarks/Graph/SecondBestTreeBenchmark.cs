using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>The second-best tree of 2,000 vertices, against one more minimum spanning tree for each
/// edge of the first, which it leaves out; on a path with chords too.</summary>
[MemoryDiagnoser]
public class SecondBestTreeBenchmark
{
    private const int Vertices = 2000;

    [Params("random", "path with chords")]
    public string Shape { get; set; } = "";

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw() => _edges = Shape == "random" ? Inputs.Graph(Vertices, 3 * Vertices)
        : [.. Enumerable.Range(0, Vertices - 1).Select(v => (v, v + 1, (long)v)),
           .. Enumerable.Range(0, Vertices / 2).Select(v => (v, Vertices - 1 - v, 10_000L + v))];

    [Benchmark(Baseline = true)]
    public long? WithoutEachEdge()
    {
        var sorted = _edges.OrderBy(edge => edge.Weight).ToArray();
        long? best = null;
        foreach (int edge in Tree(sorted, -1))
            if (Tree(sorted, edge) is { Count: Vertices - 1 } tree && tree.Sum(i => sorted[i].Weight) is long weight && !(weight >= best))
                best = weight;
        return best;
    }

    [Benchmark]
    public long? ClimbingToTheMaximum() => SecondBestTree.Weight(Vertices, _edges);

    private static List<int> Tree((int U, int V, long Weight)[] sorted, int without)
    {
        var sets = DisjointSets.Of(Vertices);
        List<int> tree = [];
        for (int i = 0; i < sorted.Length; i++)
            if (i != without && sets.Union(sorted[i].U, sorted[i].V)) tree.Add(i);
        return tree;
    }
}
