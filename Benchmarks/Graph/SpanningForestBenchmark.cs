using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>A spanning forest of half a million vertices, against a search over lists of neighbours, with random edges and on a path.</summary>
[MemoryDiagnoser]
public class SpanningForestBenchmark
{
    private const int Vertices = 500_000;

    [Params("random", "path")]
    public string Shape { get; set; } = "";

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw() => _edges = Shape == "path"
        ? [.. Enumerable.Range(0, Vertices - 1).Select(v => (v, v + 1, 0L))]
        : Inputs.Graph(Vertices, 2 * Vertices);

    [Benchmark(Baseline = true)]
    public int SearchOverLists()
    {
        var neighbours = new List<(int To, int Edge)>[Vertices];
        for (int v = 0; v < Vertices; v++) neighbours[v] = [];
        for (int i = 0; i < _edges.Length; i++)
        {
            neighbours[_edges[i].U].Add((_edges[i].V, i));
            neighbours[_edges[i].V].Add((_edges[i].U, i));
        }
        var forest = new List<int>();
        var seen = new bool[Vertices];
        for (int root = 0; root < Vertices; root++)
        {
            if (seen[root]) continue;
            seen[root] = true;
            var queue = new Queue<int>([root]);
            while (queue.TryDequeue(out int u))
                foreach (var (v, i) in neighbours[u])
                {
                    if (seen[v]) continue;
                    seen[v] = true;
                    forest.Add(i);
                    queue.Enqueue(v);
                }
        }
        return forest.Count;
    }

    [Benchmark]
    public int SearchOverOneArray() => SpanningForest.Edges(Vertices, _edges).Length;
}
