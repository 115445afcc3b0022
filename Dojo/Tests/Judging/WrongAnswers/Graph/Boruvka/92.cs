// Breaks: "Every component gets its tree; self-loops, parallel edges and isolated vertices are legal, and weights may be negative."
// How: no more than 16 rounds. A path of 2^17 vertices whose edge (i-1, i) weighs the number of trailing zeros of i: each round joins the
// trees exactly in pairs, after 16 two are left, and the edge (65535, 65536) is missing: 131 070 edges. Smaller or less regular graphs need fewer.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    /// <summary>Every round at least halves the number of trees.</summary>
    private const int MostRounds = 16;

    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        var parent = new int[vertices];
        var size = new int[vertices];
        var lightest = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
        }
        var kept = new List<int>();
        Int128 total = 0;
        bool grown = true;
        for (int round = 0; grown && round < MostRounds; round++)
        {
            grown = false;
            Array.Fill(lightest, -1);
            for (int i = 0; i < edges.Length; i++)
            {
                int a = Root(parent, edges[i].U), b = Root(parent, edges[i].V);
                if (a == b) continue;
                if (lightest[a] < 0 || edges[i].Weight < edges[lightest[a]].Weight) lightest[a] = i;
                if (lightest[b] < 0 || edges[i].Weight < edges[lightest[b]].Weight) lightest[b] = i;
            }
            for (int x = 0; x < vertices; x++)
            {
                int i = lightest[x];
                if (i < 0) continue;
                int a = Root(parent, edges[i].U), b = Root(parent, edges[i].V);
                if (a == b) continue;
                if (size[a] < size[b]) (a, b) = (b, a);
                parent[b] = a;
                size[a] += size[b];
                kept.Add(i);
                total += edges[i].Weight;
                grown = true;
            }
        }
        return (kept.ToArray(), checked((long)total));
    }

    private static int Root(int[] parent, int x)
    {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }
}
