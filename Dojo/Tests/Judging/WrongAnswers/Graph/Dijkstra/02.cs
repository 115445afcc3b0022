// The sum of distance and weight wraps round in long.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private const long Unreached = -1;
    private long[] _distance = [];
    private int[] _parent = [];

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source, vertices);
        foreach (var e in edges)
        {
            if (e.U < 0 || e.U >= vertices || e.V < 0 || e.V >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (e.Weight < 0) throw new ArgumentException("Weights must not be negative.", nameof(edges));
        }
        var outgoing = edges.ToLookup(e => e.U);
        var distance = new long[vertices];
        Array.Fill(distance, Unreached);
        var parent = new int[vertices];
        var frontier = new SortedSet<(long Distance, int Vertex)>();
        distance[source] = 0;
        frontier.Add((0, source));
        var settled = new bool[vertices];
        while (frontier.Count > 0)
        {
            var nearest = frontier.Min;
            frontier.Remove(nearest);
            int u = nearest.Vertex;
            settled[u] = true;
            foreach (var (_, v, w) in outgoing[u])
            {
                if (settled[v]) continue;
                long way = unchecked(distance[u] + w);
                if (distance[v] != Unreached && distance[v] <= way) continue;
                frontier.Remove((distance[v], v));
                distance[v] = way;
                parent[v] = u;
                frontier.Add((way, v));
            }
        }
        parent[source] = source;
        return new Dijkstra { _distance = distance, _parent = parent };
    }

    public long? DistanceTo(int vertex)
    {
        Check(vertex);
        return _distance[vertex] == Unreached ? null : _distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        Check(vertex);
        if (_distance[vertex] == Unreached) return null;
        var stack = new Stack<int>();
        stack.Push(vertex);
        while (_parent[vertex] != vertex) stack.Push(vertex = _parent[vertex]);
        return stack.ToArray();
    }

    private void Check(int vertex)
    {
        if (vertex < 0 || vertex >= _distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
    }
}
