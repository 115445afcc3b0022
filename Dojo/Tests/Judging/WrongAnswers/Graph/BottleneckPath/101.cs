// the edges may change afterwards and are not read again; a query looks its weight up in the array of the caller, so if edges[1].Weight becomes 99 after Of in the example of the README, Between(0, 2) gives 99 instead of 2.
using System;

namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly (int U, int V, long Weight)[] _edges;
    private readonly int[] _parent;
    private readonly int[] _rank;   // when the vertex got its parent; a root has int.MaxValue
    private readonly int[] _link;   // the edge by which it did

    private BottleneckPath((int U, int V, long Weight)[] edges, int[] parent, int[] rank, int[] link)
    {
        _edges = edges;
        _parent = parent;
        _rank = rank;
        _link = link;
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var weights = new long[edges.Length];
        var order = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }

            weights[i] = weight;
            order[i] = i;
        }

        Array.Sort(weights, order);
        var parent = new int[vertices];
        var size = new int[vertices];
        var rank = new int[vertices];
        var link = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
            rank[v] = int.MaxValue;
        }

        // Union by size without compression: the tree stays of depth O(log n) and keeps the times.
        for (int time = 0; time < order.Length; time++)
        {
            int i = order[time];
            int a = Root(edges[i].U);
            int b = Root(edges[i].V);
            if (a == b)
            {
                continue;
            }

            if (size[a] < size[b])
            {
                (a, b) = (b, a);
            }

            parent[b] = a;
            size[a] += size[b];
            rank[b] = time;
            link[b] = i;
        }

        return new BottleneckPath(edges, parent, rank, link);

        int Root(int x)
        {
            while (parent[x] != x)
            {
                x = parent[x];
            }

            return x;
        }
    }

    public long? Between(int u, int v)
    {
        if (u < 0 || u >= _parent.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(u));
        }

        if (v < 0 || v >= _parent.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(v));
        }

        if (u == v)
        {
            return long.MinValue;
        }

        int last = 0;
        while (u != v)
        {
            if (_rank[u] > _rank[v])
            {
                (u, v) = (v, u);
            }

            if (_rank[u] == int.MaxValue)
            {
                return null;
            }

            last = _link[u];
            u = _parent[u];
        }

        return _edges[last].Weight;
    }
}
