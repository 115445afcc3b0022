// A negative weight is noticed only where the search comes across it.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly ulong[] best;
    private readonly int[] previous;

    private Dijkstra(int n)
    {
        best = new ulong[n];
        previous = new int[n];
        Array.Fill(best, ulong.MaxValue);
        Array.Fill(previous, -1);
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
        var start = new int[vertices + 2];
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            start[u + 2]++;
        }
        for (int i = 2; i < start.Length; i++) start[i] += start[i - 1];
        var sorted = new (int V, long W)[edges.Length];
        foreach (var (u, v, w) in edges) sorted[start[u + 1]++] = (v, w);

        var result = new Dijkstra(vertices);
        result.best[source] = 0;
        var heap = new PriorityQueue<int, ulong>();
        heap.Enqueue(source, 0);
        while (heap.TryDequeue(out int u, out ulong d))
        {
            if (d > result.best[u]) continue;
            if (d > long.MaxValue) throw new OverflowException("too far");
            for (int i = start[u]; i < start[u + 1]; i++)
            {
                var (v, w) = sorted[i];
                if (w < 0) throw new ArgumentException("negative weight", nameof(edges));
                ulong through = d + (ulong)w;
                if (through >= result.best[v]) continue;
                result.best[v] = through;
                result.previous[v] = u;
                heap.Enqueue(v, through);
            }
        }
        return result;
    }

    public long? DistanceTo(int vertex)
    {
        if (vertex < 0 || vertex >= best.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        if (best[vertex] == ulong.MaxValue) return null;
        return (long)best[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        if (!DistanceTo(vertex).HasValue) return null;
        int length = 0;
        for (int v = vertex; v >= 0; v = previous[v]) length++;
        var path = new int[length];
        for (int v = vertex; v >= 0; v = previous[v]) path[--length] = v;
        return path;
    }
}
