using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>Whether half a million vertices are a tree, against a search over lists of neighbours, on a random tree and on a path.</summary>
[MemoryDiagnoser]
public class ForestCheckBenchmark
{
    private const int Vertices = 500_000;

    [Params("random tree", "path")]
    public string Shape { get; set; } = "";

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw() => _edges = Shape == "path"
        ? [.. Enumerable.Range(0, Vertices - 1).Select(v => (v, v + 1, 0L))]
        : Inputs.Graph(Vertices, Vertices - 1);

    [Benchmark(Baseline = true)]
    public bool SearchOverLists()
    {
        List<int>[] neighbours = [.. Enumerable.Range(0, Vertices).Select(_ => new List<int>())];
        foreach (var (u, v, _) in _edges)
        {
            neighbours[u].Add(v);
            neighbours[v].Add(u);
        }
        HashSet<int> seen = [0];
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out int u))
            foreach (int v in neighbours[u])
                if (seen.Add(v)) queue.Enqueue(v);
        return seen.Count == Vertices && _edges.Length == Vertices - 1;
    }

    [Benchmark]
    public bool CountingComponents() => ForestCheck.IsSpanningTree(Vertices, _edges);
}
