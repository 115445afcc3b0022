// PathTo remembers the array it gave and gives the same one again, so a caller who changes his path changes what the next PathTo of that vertex returns.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly long?[] distance;
    private readonly int[] previous;
    private readonly int[]?[] paths;

    private Dijkstra(long?[] distance, int[] previous)
    {
        this.distance = distance;
        this.previous = previous;
        paths = new int[]?[previous.Length];
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        int[] start = new int[vertices + 1];
        foreach (var (u, v, w) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (w < 0) throw new ArgumentException("A weight is negative.", nameof(edges));
            start[u + 1]++;
        }
        for (int v = 0; v < vertices; v++) start[v + 1] += start[v];
        int[] leaving = new int[edges.Length];
        int[] next = start[..vertices];
        for (int e = 0; e < edges.Length; e++) leaving[next[edges[e].U]++] = e;

        var best = new Int128[vertices];
        Array.Fill(best, Int128.MaxValue);
        int[] previous = new int[vertices];
        Array.Fill(previous, -1);
        bool[] settled = new bool[vertices];
        var queue = new PriorityQueue<int, Int128>();
        best[source] = 0;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int u, out Int128 d))
        {
            if (settled[u]) continue;
            settled[u] = true;
            for (int i = start[u]; i < start[u + 1]; i++)
            {
                var (_, v, w) = edges[leaving[i]];
                if (settled[v] || d + w >= best[v]) continue;
                best[v] = d + w;
                previous[v] = u;
                queue.Enqueue(v, d + w);
            }
        }

        long?[] distance = new long?[vertices];
        for (int v = 0; v < vertices; v++)
            if (settled[v]) distance[v] = checked((long)best[v]);
        return new Dijkstra(distance, previous);
    }

    public long? DistanceTo(int vertex)
    {
        Check(vertex);
        return distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        Check(vertex);
        if (distance[vertex] is null) return null;
        return paths[vertex] ??= Trace(vertex);
    }

    private int[] Trace(int vertex)
    {
        int length = 0;
        for (int v = vertex; v >= 0; v = previous[v]) length++;
        int[] path = new int[length];
        for (int v = vertex; v >= 0; v = previous[v]) path[--length] = v;
        return path;
    }

    private void Check(int vertex)
    {
        if ((uint)vertex >= (uint)previous.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
    }
}
