// edges are checked while they are taken, and the loop ends once vertices - 1 are chosen: an end outside 0..n-1 in a later edge does not throw ArgumentOutOfRangeException; input: Edges(2, [(0, 1, 5), (0, 2, 5)]) returns [0]
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var parent = new int[vertices];
        var size = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
        }
        var chosen = new List<int>();
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, _) = edges[e];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
            int a = Find(parent, u), b = Find(parent, v);
            if (a == b)
                continue;
            if (size[a] < size[b])
                (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            chosen.Add(e);
            if (chosen.Count == vertices - 1)
                break;      // a spanning tree: no other edge can join it
        }
        return [.. chosen];
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
