// the disjoint sets always hang the greater root under the lesser one and never shorten a way: quadratic instead of "O(n + m log m)" when the weights make the sets grow as a chain from the high end; input: n = 200000, edges (i, i+1) for i = 199998 down to 100000 and then (x, 199999) for x = 99999 down to 0, with weights that fall in this order: 10^10 steps
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
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
        }
        var opposite = new long[edges.Length];
        var order = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            opposite[e] = ~edges[e].Weight;
            order[e] = e;
        }
        Array.Sort(opposite, order);

        var parent = new int[vertices];
        for (int v = 0; v < vertices; v++)
            parent[v] = v;
        var chosen = new List<int>();
        Int128 total = 0;
        foreach (int e in order)
        {
            int a = Find(parent, edges[e].U), b = Find(parent, edges[e].V);
            if (a == b)
                continue;
            parent[Math.Max(a, b)] = Math.Min(a, b);    // numbers are as good as random ranks
            chosen.Add(e);
            total += edges[e].Weight;
        }
        return ([.. chosen], checked((long)total));
    }

    private static int Find(int[] parent, int v)
    {
        while (parent[v] != v)
            v = parent[v];
        return v;
    }
}
