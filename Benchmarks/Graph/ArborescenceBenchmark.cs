using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>
/// The minimum directed spanning tree of 2,000 vertices, against contracting in rounds that look through all edges; with cycles in
/// cycles each round contracts one.
/// </summary>
[MemoryDiagnoser]
public class ArborescenceBenchmark
{
    private const int Vertices = 2_000;

    [Params("random", "nested")]
    public string Shape { get; set; } = "";

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw() => _edges = Shape == "random" ? Inputs.Graph(Vertices, 10 * Vertices) : Nested();

    [Benchmark(Baseline = true)]
    public long? Rounds()
    {
        var edges = _edges.AsEnumerable().ToList();
        long total = 0;
        for (int n = Vertices, root = 0; ;)
        {
            var entry = new (int From, long Weight)?[n];
            foreach (var (u, v, weight) in edges)
                if (u != v && v != root && (entry[v] is null || weight < entry[v]!.Value.Weight)) entry[v] = (u, weight);
            if (Enumerable.Range(0, n).Any(v => v != root && entry[v] is null)) return null;
            total += entry.Sum(best => best?.Weight ?? 0);

            var node = new int[n]; // of the contracted graph
            var walked = new int[n];
            Array.Fill(node, -1);
            int nodes = 0;
            for (int start = 0; start < n; start++)
            {
                int x = start;
                for (; x != root && walked[x] == 0; x = entry[x]!.Value.From) walked[x] = start + 1;
                if (x == root || walked[x] != start + 1 || node[x] >= 0) continue;
                for (; node[x] < 0; x = entry[x]!.Value.From) node[x] = nodes;
                nodes++;
            }
            if (nodes == 0) return total;
            for (int v = 0; v < n; v++)
                if (node[v] < 0) node[v] = nodes++;
            edges = [.. from edge in edges
                        where node[edge.U] != node[edge.V]
                        select (node[edge.U], node[edge.V], edge.Weight - (entry[edge.V]?.Weight ?? 0))];
            (n, root) = (nodes, node[root]);
        }
    }

    [Benchmark]
    public long? SkewHeaps() => Arborescence.Of(Vertices, _edges, 0)?.Total;

    private static (int U, int V, long Weight)[] Nested()
    {
        List<(int, int, long)> edges = [(0, 1, Vertices)];
        for (int v = 1; v + 1 < Vertices; v++) edges.AddRange([(v, v + 1, 1), (v + 1, 1, v)]);
        return [.. edges];
    }
}
