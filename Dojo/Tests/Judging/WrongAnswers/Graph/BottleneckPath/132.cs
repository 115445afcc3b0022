// the edges "may change afterwards" and are "not read again": the caller's array is kept and the weights are read from it in Between, so a later change of the array changes the answers.
namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly (int U, int V, long Weight)[] _edges;
    private readonly int[] _parent;
    private readonly int[] _joinedBy;   // the edge to the parent, as an index
    private readonly int[] _joinedAt;   // and when it was taken

    private BottleneckPath(int vertices, (int U, int V, long Weight)[] edges)
    {
        _edges = edges;
        _parent = new int[vertices];
        _joinedBy = new int[vertices];
        _joinedAt = new int[vertices];
        var size = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            _parent[v] = v;
            _joinedAt[v] = int.MaxValue;
            size[v] = 1;
        }

        var order = new int[edges.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => edges[a].Weight.CompareTo(edges[b].Weight));

        for (int step = 0; step < order.Length; step++)
        {
            int edge = order[step];
            int a = Root(edges[edge].U), b = Root(edges[edge].V);
            if (a == b) continue;
            if (size[a] > size[b]) (a, b) = (b, a);
            _parent[a] = b;
            _joinedBy[a] = edge;
            _joinedAt[a] = step;
            size[b] += size[a];
        }
    }

    // Union by size alone: log n steps at most.
    private int Root(int v)
    {
        while (_parent[v] != v) v = _parent[v];
        return v;
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        return new BottleneckPath(vertices, edges);
    }

    public long? Between(int u, int v)
    {
        if (u < 0 || u >= _parent.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if (v < 0 || v >= _parent.Length) throw new ArgumentOutOfRangeException(nameof(v));
        if (u == v) return long.MinValue;

        int heaviest = -1;
        while (u != v)
        {
            if (_joinedAt[u] > _joinedAt[v]) (u, v) = (v, u);
            if (_joinedAt[u] == int.MaxValue) return null;
            heaviest = _joinedBy[u];
            u = _parent[u];
        }
        return _edges[heaviest].Weight;
    }
}
