// every relaxation adds in a checked context, so a longer way that overflows makes From throw OverflowException even though the distance to its end fits.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private const int None = -1;
    private readonly long?[] distance;
    private readonly int[] previous;

    private Dijkstra(long?[] distance, int[] previous) => (this.distance, this.previous) = (distance, previous);

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        Check(source, vertices, nameof(source));
        int[] head = new int[vertices], next = new int[edges.Length];
        Array.Fill(head, None);
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, w) = edges[e];
            Check(u, vertices, nameof(edges));
            Check(v, vertices, nameof(edges));
            if (w < 0) throw new ArgumentException($"The weight of edge {e} is negative.", nameof(edges));
            next[e] = head[u];
            head[u] = e;
        }

        long?[] distance = new long?[vertices];
        int[] previous = new int[vertices];
        Array.Fill(previous, None);
        bool[] settled = new bool[vertices];
        var queue = new PriorityQueue<int, long>();
        distance[source] = 0;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int u, out long d))
        {
            if (settled[u]) continue;
            settled[u] = true;
            for (int e = head[u]; e != None; e = next[e])
            {
                int v = edges[e].V;
                if (settled[v]) continue;
                long way = checked(d + edges[e].Weight);
                if (distance[v] is long known && known <= way) continue;
                distance[v] = way;
                previous[v] = u;
                queue.Enqueue(v, way);
            }
        }
        return new Dijkstra(distance, previous);
    }

    public long? DistanceTo(int vertex)
    {
        Check(vertex, distance.Length, nameof(vertex));
        return distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        Check(vertex, distance.Length, nameof(vertex));
        if (distance[vertex] is null) return null;
        var path = new List<int>();
        for (int v = vertex; v != None; v = previous[v]) path.Add(v);
        path.Reverse();
        return path.ToArray();
    }

    private static void Check(int vertex, int vertices, string name)
    {
        if (vertex < 0 || vertex >= vertices) throw new ArgumentOutOfRangeException(name);
    }
}
