using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>At most 10 of half a million flights between 100,000 places, against a heap of places and numbers of flights.</summary>
[MemoryDiagnoser]
public class CheapestFlightsBenchmark
{
    private const int Vertices = 100_000, K = 10;

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw() => _edges = Inputs.Graph(Vertices, 5 * Vertices);

    [Benchmark(Baseline = true)]
    public long? HeapOfPairs()
    {
        var outgoing = new List<(int V, long Weight)>[Vertices];
        for (int v = 0; v < Vertices; v++) outgoing[v] = [];
        foreach (var (u, v, weight) in _edges) outgoing[u].Add((v, weight));
        var fewest = new int[Vertices];
        Array.Fill(fewest, int.MaxValue);
        var queue = new PriorityQueue<(int Vertex, int Flights), long>([((0, 0), 0)]);
        while (queue.TryDequeue(out var at, out long price))
        {
            if (at.Vertex == Vertices - 1) return price;
            if (at.Flights >= fewest[at.Vertex]) continue;
            fewest[at.Vertex] = at.Flights;
            if (at.Flights == K) continue;
            foreach (var (v, weight) in outgoing[at.Vertex]) queue.Enqueue((v, at.Flights + 1), price + weight);
        }
        return null;
    }

    [Benchmark]
    public long? Rounds() => CheapestFlights.Price(Vertices, _edges, 0, Vertices - 1, K);
}
