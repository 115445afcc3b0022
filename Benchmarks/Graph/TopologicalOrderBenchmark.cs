using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>An order of half a million vertices, against lists of neighbours with a queue. The edges lead forward in a random order,
/// or one of them leads back.</summary>
[MemoryDiagnoser]
public class TopologicalOrderBenchmark
{
    private const int Vertices = 500_000;

    [Params("order", "cycle")]
    public string Found { get; set; } = "";

    private (int U, int V)[] _edges = [];

    [GlobalSetup]
    public void Draw() => _edges = Inputs.Forward(Vertices, 4 * Vertices, Found == "cycle");

    [Benchmark(Baseline = true)]
    public int Lists()
    {
        List<int>[] next = [.. Enumerable.Range(0, Vertices).Select(_ => new List<int>())];
        var missing = new int[Vertices];
        foreach (var (u, v) in _edges)
        {
            next[u].Add(v);
            missing[v]++;
        }
        var queue = new Queue<int>(Enumerable.Range(0, Vertices).Where(v => missing[v] == 0));
        List<int> order = [];
        while (queue.TryDequeue(out int u))
        {
            order.Add(u);
            foreach (int v in next[u])
                if (--missing[v] == 0) queue.Enqueue(v);
        }
        return order.Count; // fewer than all: there is a cycle somewhere
    }

    [Benchmark]
    public int CountingDown() => TopologicalOrder.Of(Vertices, _edges) is var (order, cycle) ? order?.Length ?? cycle!.Length : 0;
}
