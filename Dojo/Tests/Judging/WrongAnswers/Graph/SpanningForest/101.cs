// a path of 300 000 vertices must not overflow the stack: with the edges (0, 1), (1, 2), (2, 3), ... in this order and then one more at 0, such as (0, 299 999) or a second (0, 1), Find recurses along the whole path and the stack overflows instead of the answer coming out.
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
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        var parent = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
        }

        var chosen = new List<int>();
        for (int i = 0; i < edges.Length; i++)
        {
            int a = Find(parent, edges[i].U);
            int b = Find(parent, edges[i].V);
            if (a != b)
            {
                parent[a] = b;
                chosen.Add(i);
            }
        }

        return chosen.ToArray();
    }

    private static int Find(int[] parent, int x)
    {
        if (parent[x] != x)
        {
            parent[x] = Find(parent, parent[x]);
        }

        return parent[x];
    }
}
