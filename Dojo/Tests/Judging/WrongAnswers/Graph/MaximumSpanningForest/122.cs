// the minimum forest under ~w is made, its total -(total) - |F| must fit into long, and is then turned round: "a total that fits is right", even where the opposite total does not fit, is broken close to 2^63 - 1; input: path 0-1-2 with weights long.MaxValue - 1 and 1: OverflowException instead of long.MaxValue
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
        Int128 total = 0;
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
            total += ~edges[e].Weight;
        }
        // every ~w is -w - 1
        long least = checked((long)total);
        return ([.. chosen], checked((long)(-(Int128)least - chosen.Count)));
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
