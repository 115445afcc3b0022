// The roads are used in both directions.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly ulong?[] dist;
    private readonly int[] from;

    private Dijkstra(int n)
    {
        dist = new ulong?[n];
        from = new int[n];
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
        var adj = new List<(int To, ulong W)>[vertices];
        for (int i = 0; i < vertices; i++) adj[i] = [];
        foreach (var (u, v, w) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (w < 0) throw new ArgumentException("negative weight");
            adj[u].Add((v, (ulong)w));
            adj[v].Add((u, (ulong)w));
        }
        var d = new Dijkstra(vertices);
        var done = new bool[vertices];
        var queue = new PriorityQueue<int, ulong>();
        d.dist[source] = 0;
        d.from[source] = -1;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int u, out ulong way))
        {
            if (done[u]) continue;
            done[u] = true;
            if (way > long.MaxValue) throw new OverflowException();
            foreach (var (v, w) in adj[u])
            {
                if (d.dist[v] is { } old && old <= way + w) continue;
                d.dist[v] = way + w;
                d.from[v] = u;
                queue.Enqueue(v, way + w);
            }
        }
        return d;
    }

    public long? DistanceTo(int vertex)
    {
        if (vertex < 0 || vertex >= dist.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        return (long?)dist[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        if (DistanceTo(vertex) == null) return null;
        var path = new List<int>();
        for (int v = vertex; v >= 0; v = from[v]) path.Add(v);
        path.Reverse();
        return path.ToArray();
    }
}
