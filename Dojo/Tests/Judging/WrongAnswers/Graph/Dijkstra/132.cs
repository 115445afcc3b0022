// "a longer way that is not taken may overflow; it must neither throw": From throws when the first way seen to a vertex overflows, even if a vertex settled later leads there by a way that fits.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly long[] _distance;   // -1: not reached
    private readonly int[] _previous;

    private Dijkstra(long[] distance, int[] previous)
    {
        _distance = distance;
        _previous = previous;
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));

        var head = new int[vertices];
        Array.Fill(head, -1);
        var next = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, weight) = edges[e];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (weight < 0) throw new ArgumentException("Weights must not be negative.", nameof(edges));
            next[e] = head[u];
            head[u] = e;
        }

        var distance = new long[vertices];
        Array.Fill(distance, -1);
        var previous = new int[vertices];
        Array.Fill(previous, -1);
        var settled = new bool[vertices];
        var queue = new PriorityQueue<int, long>();
        distance[source] = 0;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int u, out _))
        {
            if (settled[u]) continue;
            settled[u] = true;
            for (int e = head[u]; e >= 0; e = next[e])
            {
                var (_, v, weight) = edges[e];
                if (settled[v]) continue;
                if (weight > long.MaxValue - distance[u])
                {
                    // If a way is known it fits, and is the shorter one.
                    if (distance[v] < 0) throw new OverflowException($"The distance to {v} is beyond 64 bits.");
                    continue;
                }
                long candidate = distance[u] + weight;
                if (distance[v] >= 0 && distance[v] <= candidate) continue;
                distance[v] = candidate;
                previous[v] = u;
                queue.Enqueue(v, candidate);
            }
        }
        return new Dijkstra(distance, previous);
    }

    public long? DistanceTo(int vertex)
    {
        Check(vertex);
        return _distance[vertex] < 0 ? null : _distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        Check(vertex);
        if (_distance[vertex] < 0) return null;
        int length = 0;
        for (int v = vertex; v >= 0; v = _previous[v]) length++;
        var path = new int[length];
        for (int v = vertex; v >= 0; v = _previous[v]) path[--length] = v;
        return path;
    }

    private void Check(int vertex)
    {
        if (vertex < 0 || vertex >= _distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
    }
}
