using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>
/// All distances from one source of 100,000 vertices, against the library's queue with stale entries and lists of neighbours.
/// On "nearing" edges each vertex comes nearer many times before it is settled, and every entry but its last is stale.
/// </summary>
[MemoryDiagnoser]
public class DijkstraBenchmark
{
    private const int Vertices = 100_000;

    [Params("random", "nearing")]
    public string Shape { get; set; } = "";

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw() => _edges = Shape == "random" ? Inputs.Graph(Vertices, 5 * Vertices) : Nearing();

    [Benchmark(Baseline = true)]
    public long StaleEntries()
    {
        var outgoing = new List<(int V, long Weight)>[Vertices];
        for (int v = 0; v < Vertices; v++) outgoing[v] = [];
        foreach (var (u, v, weight) in _edges) outgoing[u].Add((v, weight));
        var distances = new long[Vertices];
        Array.Fill(distances, long.MaxValue);
        var queue = new PriorityQueue<int, long>([(0, distances[0] = 0)]);
        long sum = 0;
        while (queue.TryDequeue(out int u, out long distance))
        {
            if (distance > distances[u]) continue;
            sum += distance;
            foreach (var (v, weight) in outgoing[u])
                if (distance + weight < distances[v]) queue.Enqueue(v, distances[v] = distance + weight);
        }
        return sum;
    }

    [Benchmark]
    public long IndexedHeap()
    {
        var paths = Dijkstra.From(Vertices, _edges, 0);
        long sum = 0;
        for (int v = 0; v < Vertices; v++) sum += paths.DistanceTo(v) ?? 0;
        return sum;
    }

    /// <summary>A path of short edges, and from each of its vertices edges to the next ones that are longer than the path between.</summary>
    private static (int U, int V, long Weight)[] Nearing()
    {
        const int Ahead = 5;
        var edges = new List<(int U, int V, long Weight)>();
        for (int u = 0; u < Vertices; u++)
            for (int v = u + 1; v <= Math.Min(u + Ahead, Vertices - 1); v++) edges.Add((u, v, (long)(v - u) * (v - u)));
        return [.. edges];
    }
}
