// the total wraps round and is compared in its sign with an approximate sum: a total so far out that it wraps back to its own sign is returned instead of "The total does not fit into 64 bits: OverflowException"; input: the path 0-1-2-3 with three weights of long.MaxValue returns 2^63 - 3
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
        var size = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
        }
        var chosen = new List<int>();
        long total = 0;         // modulo 2^64: right if the sum fits, whatever its partial sums are
        double rough = 0;
        foreach (int e in order)
        {
            int a = Find(parent, edges[e].U), b = Find(parent, edges[e].V);
            if (a == b)
                continue;
            if (size[a] < size[b])
                (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            chosen.Add(e);
            total = unchecked(total + edges[e].Weight);
            rough += edges[e].Weight;
        }
        // far from 0 the rough sum has the true sign; one that has wrapped round has the other
        if (Math.Abs(rough) > 4e18 && rough > 0 != total >= 0)
            throw new OverflowException("The total does not fit into 64 bits.");
        return ([.. chosen], total);
    }

    private static int Find(int[] parent, int v)
    {
        while (parent[v] != v)
        {
            parent[v] = parent[parent[v]];
            v = parent[v];
        }
        return v;
    }
}
