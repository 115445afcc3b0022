using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>A minimum spanning tree of 2,000 vertices, against Prim with a scan for the nearest vertex, and of a dense graph, where the scan is best.</summary>
[MemoryDiagnoser]
public class PrimBenchmark
{
    private const int Vertices = 2_000;

    [Params(8_000, 1_000_000)]
    public int Edges { get; set; }

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw() => _edges = Inputs.Graph(Vertices, Edges);

    [Benchmark(Baseline = true)]
    public long ScanForTheNearest()
    {
        var around = new List<(int To, long Weight)>[Vertices];
        for (int v = 0; v < Vertices; v++) around[v] = [];
        foreach (var (u, v, weight) in _edges)
        {
            around[u].Add((v, weight));
            around[v].Add((u, weight));
        }
        var (inTree, key) = (new bool[Vertices], new long[Vertices]);
        Array.Fill(key, long.MaxValue);
        key[0] = 0;
        long total = 0;
        for (int step = 0; step < Vertices; step++)
        {
            int nearest = -1;
            for (int v = 0; v < Vertices; v++)
                if (!inTree[v] && (nearest < 0 || key[v] < key[nearest])) nearest = v;
            inTree[nearest] = true;
            total += key[nearest];
            foreach (var (to, weight) in around[nearest])
                if (!inTree[to] && weight < key[to]) key[to] = weight;
        }
        return total;
    }

    [Benchmark]
    public long Heap() => Prim.Forest(Vertices, _edges).Total;
}
