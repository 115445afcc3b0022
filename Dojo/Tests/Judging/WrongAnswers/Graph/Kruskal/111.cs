// weights lie anywhere in long; they are compared by their difference, which wraps round: 2, [(0, 1, 2^63 - 1), (0, 1, -2)] gives ([0], 2^63 - 1) instead of ([1], -2).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        var order = new int[edges.Length];
        for (int e = 0; e < order.Length; e++)
        {
            order[e] = e;
        }

        Array.Sort(order, (a, b) => Math.Sign(unchecked(edges[a].Weight - edges[b].Weight)));
        var parent = new int[vertices];
        var size = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
        }

        var chosen = new List<int>();
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
            chosen.Add(e);
            total += edges[e].Weight;
        }

        return (chosen.ToArray(), checked((long)total));
    }

    private static int Find(int[] parent, int x)
    {
        while (parent[x] != x)
        {
            parent[x] = parent[parent[x]];
            x = parent[x];
        }

        return x;
    }
}
