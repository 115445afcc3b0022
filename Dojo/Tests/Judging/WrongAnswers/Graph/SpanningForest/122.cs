// disjoint sets without ranks, and Find compresses by recursion: a path given from one end to the other becomes a chain that nobody has walked, and the edge that then asks for its far end recurses 3*10^5 deep ("a path of 3*10^5 vertices must not overflow the stack"); input: edges (i, i+1) for i = 0..299998 in this order, then (0, 299999)
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
        }
        var parent = new int[vertices];
        for (int v = 0; v < vertices; v++)
            parent[v] = v;
        var chosen = new List<int>();
        for (int e = 0; e < edges.Length; e++)
        {
            int a = Find(parent, edges[e].U), b = Find(parent, edges[e].V);
            if (a == b)
                continue;
            parent[a] = b;
            chosen.Add(e);
        }
        return [.. chosen];
    }

    private static int Find(int[] parent, int v)
    {
        if (parent[v] != v)
            parent[v] = Find(parent, parent[v]);
        return parent[v];
    }
}
