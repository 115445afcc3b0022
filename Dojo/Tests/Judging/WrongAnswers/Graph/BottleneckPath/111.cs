// Between is promised in O(log n); the root of the smaller number, not of the larger set, becomes the root, so a path whose weights fall from 0-1 to (n-2)-(n-1) (joined from its far end) makes a tree of depth n: Between(0, n - 1) takes n steps, 1 200 000 of them at n = 300 000 about 4 * 10^11.
using System;

namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    // The parent in the tree of joins, the weight that joined it, and when.
    private readonly int[] _parent;
    private readonly long[] _weight;
    private readonly int[] _time;

    private BottleneckPath(int[] parent, long[] weight, int[] time)
    {
        _parent = parent;
        _weight = weight;
        _time = time;
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        var keys = new long[edges.Length];
        var order = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            keys[e] = edges[e].Weight;
            order[e] = e;
        }

        Array.Sort(keys, order);
        var parent = new int[vertices];
        var jump = new int[vertices];
        var weight = new long[vertices];
        var time = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            jump[x] = x;
            time[x] = int.MaxValue;
        }

        int joins = 0;
        foreach (int e in order)
        {
            int a = Find(jump, edges[e].U);
            int b = Find(jump, edges[e].V);
            if (a == b)
            {
                continue;
            }

            if (a > b)
            {
                (a, b) = (b, a);
            }

            parent[b] = a;
            jump[b] = a;
            weight[b] = edges[e].Weight;
            time[b] = joins++;
        }

        return new BottleneckPath(parent, weight, time);
    }

    public long? Between(int u, int v)
    {
        Check(u, nameof(u));
        Check(v, nameof(v));
        long heaviest = long.MinValue;
        while (u != v)
        {
            if (_time[u] > _time[v])
            {
                (u, v) = (v, u);
            }

            if (_time[u] == int.MaxValue)
            {
                return null;
            }

            // The later a join, the heavier its edge.
            heaviest = _weight[u];
            u = _parent[u];
        }

        return heaviest;
    }

    private void Check(int x, string name)
    {
        if (x < 0 || x >= _parent.Length)
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }

    private static int Find(int[] jump, int x)
    {
        while (jump[x] != x)
        {
            jump[x] = jump[jump[x]];
            x = jump[x];
        }

        return x;
    }
}
