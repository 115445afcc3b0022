using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>
/// 1,000 queries between any two of 10,000 vertices, with the preparation, against a search for each that takes the lightest edge
/// next; on a path every search walks far.
/// </summary>
[MemoryDiagnoser]
public class BottleneckPathBenchmark
{
    private const int Vertices = 10_000;
    private const int Queries = 1_000;

    [Params("random", "path")]
    public string Shape { get; set; } = "";

    private (int U, int V, long Weight)[] _edges = [];
    private (int U, int V)[] _queries = [];

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        _edges = Shape == "random" ? Inputs.Graph(Vertices, 5 * Vertices)
            : [.. Enumerable.Range(0, Vertices - 1).Select(v => (v, v + 1, (long)random.Next()))];
        _queries = [.. Enumerable.Range(0, Queries).Select(_ => (random.Next(Vertices), random.Next(Vertices)))];
    }

    [Benchmark(Baseline = true)]
    public long SearchEach()
    {
        var near = new List<(int V, long Weight)>[Vertices];
        for (int v = 0; v < Vertices; v++) near[v] = [];
        foreach (var (u, v, weight) in _edges)
        {
            near[u].Add((v, weight));
            near[v].Add((u, weight));
        }
        long sum = 0;
        foreach (var (from, to) in _queries)
        {
            var done = new bool[Vertices];
            var queue = new PriorityQueue<int, long>([(from, long.MinValue)]);
            while (queue.TryDequeue(out int u, out long heaviest))
            {
                if (u == to)
                {
                    sum ^= heaviest;
                    break;
                }
                if (done[u]) continue;
                done[u] = true;
                foreach (var (v, weight) in near[u]) queue.Enqueue(v, Math.Max(heaviest, weight));
            }
        }
        return sum;
    }

    [Benchmark]
    public long Links()
    {
        var paths = BottleneckPath.Of(Vertices, _edges);
        long sum = 0;
        foreach (var (u, v) in _queries) sum ^= paths.Between(u, v) ?? 0;
        return sum;
    }
}
