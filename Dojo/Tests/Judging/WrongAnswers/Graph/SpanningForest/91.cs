// Breaks: "The indices of the edges of any one spanning forest, in any order. The input is left unchanged. O(n + m)."
// How: n = 300 000, edges (i, i+1) for i = n-2 down to 0, then 300 000 copies of (n-1, 0). Each root hangs below a smaller one, and no
// path is shortened, so n-1 lies n-1 links deep and every copy climbs them all: 9e10 steps. Ascending or shuffled paths stay flat.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        // The smallest vertex of a set stands for it, and needs no size beside it.
        var up = new int[vertices];
        for (int x = 0; x < vertices; x++) up[x] = x;
        var kept = new List<int>();
        for (int i = 0; i < edges.Length; i++)
        {
            int a = edges[i].U, b = edges[i].V;
            while (up[a] != a) a = up[a];
            while (up[b] != b) b = up[b];
            if (a == b) continue;
            if (a < b) up[b] = a;
            else up[a] = b;
            kept.Add(i);
        }
        return kept.ToArray();
    }
}
