// PathTo gives "an array of its own", which the caller may change: paths are cached and the same array is given again, so a caller's change spoils the next answer.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly Int128[] _distance;
    private readonly int[] _previous;
    private readonly int[]?[] _paths;

    private Dijkstra(Int128[] distance, int[] previous)
    {
        _distance = distance;
        _previous = previous;
        _paths = new int[distance.Length][];
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        var first = new int[vertices + 1];
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (weight < 0) throw new ArgumentException("A weight is negative.", nameof(edges));
            first[u + 1]++;
        }
        for (int v = 0; v < vertices; v++) first[v + 1] += first[v];
        var place = first[..vertices];
        var outgoing = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++) outgoing[place[edges[e].U]++] = e;

        var distance = new Int128[vertices];
        Array.Fill(distance, (Int128)(-1));
        var previous = new int[vertices];
        Array.Fill(previous, -1);
        distance[source] = 0;
        var queue = new PriorityQueue<int, Int128>();
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int u, out Int128 soFar))
        {
            if (soFar != distance[u]) continue;   // a better way was found meanwhile
            for (int i = first[u]; i < first[u + 1]; i++)
            {
                var (_, v, weight) = edges[outgoing[i]];
                Int128 candidate = soFar + weight;
                if (distance[v] >= 0 && distance[v] <= candidate) continue;
                distance[v] = candidate;
                previous[v] = u;
                queue.Enqueue(v, candidate);
            }
        }
        foreach (Int128 d in distance)
            if (d > long.MaxValue) throw new OverflowException("A distance is beyond 64 bits.");
        return new Dijkstra(distance, previous);
    }

    public long? DistanceTo(int vertex)
    {
        Check(vertex);
        return _distance[vertex] < 0 ? null : (long)_distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        Check(vertex);
        if (_distance[vertex] < 0) return null;
        return _paths[vertex] ??= Trace(vertex);
    }

    private int[] Trace(int vertex)
    {
        var path = new List<int>();
        for (int v = vertex; v >= 0; v = _previous[v]) path.Add(v);
        path.Reverse();
        return path.ToArray();
    }

    private void Check(int vertex)
    {
        if ((uint)vertex >= (uint)_distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
    }
}
