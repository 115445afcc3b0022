// PathTo gives the same array again, so that who changes a path changes it for everybody.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly long?[] length;
    private readonly int[] before;
    private readonly Dictionary<int, int[]> paths = new();

    private Dijkstra(int n) => (length, before) = (new long?[n], new int[n]);

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
        var roads = new List<(int V, long Weight)>?[vertices];
        foreach (var (u, v, weight) in edges)
        {
            if (u < 0 || v < 0 || u >= vertices || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (weight < 0) throw new ArgumentException("A weight is negative.");
            (roads[u] ??= new()).Add((v, weight));
        }
        var result = new Dijkstra(vertices);
        var queue = new PriorityQueue<(int Vertex, int From), UInt128>();
        queue.Enqueue((source, -1), 0);
        while (queue.TryDequeue(out var top, out UInt128 way))
        {
            var (u, from) = top;
            if (result.length[u] != null) continue;
            result.length[u] = checked((long)way);
            result.before[u] = from;
            if (roads[u] == null) continue;
            foreach (var (v, weight) in roads[u]!)
                if (result.length[v] == null) queue.Enqueue((v, u), way + (UInt128)weight);
        }
        return result;
    }

    public long? DistanceTo(int vertex) =>
        vertex < 0 || vertex >= length.Length ? throw new ArgumentOutOfRangeException(nameof(vertex)) : length[vertex];

    public int[]? PathTo(int vertex)
    {
        if (DistanceTo(vertex) == null) return null;
        if (!paths.TryGetValue(vertex, out int[]? path))
        {
            var list = new List<int>();
            for (int v = vertex; v >= 0; v = before[v]) list.Insert(list.Count, v);
            list.Reverse();
            paths[vertex] = path = list.ToArray();
        }
        return path;
    }
}
