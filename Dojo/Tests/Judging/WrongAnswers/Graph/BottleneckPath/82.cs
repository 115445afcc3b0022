// Breaks: "Without a path the answer is null." (and only then; weights lie anywhere in long)
// How: Of(2, [(0, 1, long.MaxValue)]).Between(0, 1) is null instead of long.MaxValue: a root is marked by a link of weight long.MaxValue,
// so a real link of that weight looks like the end of the climb.
using System;

namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    readonly int[] _up, _size;
    readonly long[] _limit;   // when the link upward came, long.MaxValue for a root

    BottleneckPath(int vertices)
    {
        _up = new int[vertices];
        _size = new int[vertices];
        _limit = new long[vertices];
        for (int v = 0; v < vertices; v++)
        {
            _up[v] = v;
            _size[v] = 1;
            _limit[v] = long.MaxValue;
        }
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var result = new BottleneckPath(vertices);
        long[] weights = new long[edges.Length];
        int[] order = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            result.Check(edges[e].U);
            result.Check(edges[e].V);
            weights[e] = edges[e].Weight;
            order[e] = e;
        }
        Array.Sort(weights, order);
        for (int i = 0; i < order.Length; i++) result.Join(edges[order[i]].U, edges[order[i]].V, weights[i]);
        return result;
    }

    void Join(int u, int v, long weight)
    {
        while (_up[u] != u) u = _up[u];
        while (_up[v] != v) v = _up[v];
        if (u == v) return;
        if (_size[u] < _size[v]) (u, v) = (v, u);
        _size[u] += _size[v];
        _up[v] = u;
        _limit[v] = weight;
    }

    void Check(int vertex)
    {
        if (vertex < 0 || vertex >= _up.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
    }

    public long? Between(int u, int v)
    {
        Check(u);
        Check(v);
        long largest = long.MinValue;
        while (u != v)
        {
            // The one with the lighter link climbs; links never get lighter toward the root.
            if (_limit[v] < _limit[u]) (u, v) = (v, u);
            if (_limit[u] == long.MaxValue) return null;
            largest = _limit[u];
            u = _up[u];
        }
        return largest;
    }
}
