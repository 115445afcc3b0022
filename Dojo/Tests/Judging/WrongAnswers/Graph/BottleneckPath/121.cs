// the shortcut for u == v stands before the check of the range ("A vertex outside 0..n-1 throws ArgumentOutOfRangeException"): Of(4, []).Between(7, 7) gives long.MinValue instead of throwing
using System;

namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly int[] _parent;
    private readonly int[] _rank;
    private readonly long[] _weight;

    private BottleneckPath(int[] parent, int[] rank, long[] weight)
    {
        _parent = parent;
        _rank = rank;
        _weight = weight;
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var keys = new long[edges.Length];
        var order = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, w) = edges[i];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            keys[i] = w;
            order[i] = i;
        }
        Array.Sort(keys, order);

        var parent = new int[vertices];
        var size = new int[vertices];
        var rank = new int[vertices];
        var weight = new long[vertices];
        for (int i = 0; i < vertices; i++)
        {
            parent[i] = i;
            size[i] = 1;
            rank[i] = int.MaxValue;
        }

        for (int k = 0; k < order.Length; k++)
        {
            var (u, v, w) = edges[order[k]];
            while (parent[u] != u) u = parent[u];
            while (parent[v] != v) v = parent[v];
            if (u == v) continue;
            if (size[u] > size[v]) (u, v) = (v, u);
            parent[u] = v;
            size[v] += size[u];
            rank[u] = k;
            weight[u] = w;
        }
        return new BottleneckPath(parent, rank, weight);
    }

    public long? Between(int u, int v)
    {
        if (u == v) return long.MinValue;
        if ((uint)u >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if ((uint)v >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(v));

        // Times of joining rise on the way up, so the end with the earlier one climbs.
        long largest = long.MinValue;
        while (u != v)
        {
            if (_rank[u] > _rank[v]) (u, v) = (v, u);
            if (_parent[u] == u) return null;
            largest = _weight[u];
            u = _parent[u];
        }
        return largest;
    }
}
