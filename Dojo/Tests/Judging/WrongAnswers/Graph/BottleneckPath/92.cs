// Breaks: "The smallest possible largest weight on a path between two vertices, null if no path connects them."
// How: each query marks the way up from u with its number, which starts anew after 65 535. Edges (0,1,1), (2,3,2), (0,2,3): Between(3, 2)
// marks 3, 2, 0; after 65 534 times Between(0, 1), Between(1, 3) has the same number, takes 3 for marked: long.MinValue, not 3.
using System;

namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly int[] _parent;
    private readonly long[] _weight;   // of the union that made the link
    private readonly ushort[] _mark;   // the query that came by last
    private readonly long[] _largest;  // the largest weight from its u to here
    private ushort _query;

    private BottleneckPath(int n)
    {
        _parent = new int[n];
        _weight = new long[n];
        _mark = new ushort[n];
        _largest = new long[n];
        Array.Fill(_parent, -1);
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var keys = new long[edges.Length];
        var order = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            keys[i] = weight;
            order[i] = i;
        }
        Array.Sort(keys, order);

        var result = new BottleneckPath(vertices);
        var size = new int[vertices];
        Array.Fill(size, 1);
        int[] parent = result._parent;
        foreach (int i in order)
        {
            int a = edges[i].U, b = edges[i].V;
            while (parent[a] >= 0) a = parent[a];
            while (parent[b] >= 0) b = parent[b];
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            result._weight[b] = edges[i].Weight;
        }
        return result;
    }

    public long? Between(int u, int v)
    {
        if (u < 0 || u >= _parent.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if (v < 0 || v >= _parent.Length) throw new ArgumentOutOfRangeException(nameof(v));
        if (++_query == 0) _query = 1; // 0 marks nothing

        // Links never get lighter on the way up, so the last one climbed is the largest; the maximum is just as good.
        long largest = long.MinValue;
        for (int x = u; x >= 0; x = _parent[x])
        {
            _mark[x] = _query;
            _largest[x] = largest;
            largest = Math.Max(largest, _weight[x]);
        }
        largest = long.MinValue;
        for (int x = v; x >= 0; x = _parent[x])
        {
            if (_mark[x] == _query) return Math.Max(largest, _largest[x]);
            largest = Math.Max(largest, _weight[x]);
        }
        return null;
    }
}
