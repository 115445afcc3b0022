// recursive Find with path compression, but trees are joined without regard to their size, so that the first round can make a chain of all vertices, on which Find overflows the stack in the second; breaks "Up to 2*10^5 vertices": n = 200000, edges (i + 1, i, i) for all i (the usual (i, i + 1) stay flat).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "A vertex is outside 0..n-1.");
        }

        var parent = new int[vertices];
        for (var v = 0; v < vertices; v++) parent[v] = v;

        int Find(int x) => parent[x] == x ? x : (parent[x] = Find(parent[x]));

        var live = new int[edges.Length];
        for (var e = 0; e < live.Length; e++) live[e] = e;
        var alive = live.Length;
        var best = new int[vertices];
        var chosen = new List<int>();
        Int128 total = 0;
        while (alive > 0)
        {
            // the lightest edge that leaves each tree; of equal ones the first
            Array.Fill(best, -1);
            var kept = 0;
            for (var i = 0; i < alive; i++)
            {
                var e = live[i];
                int u = Find(edges[e].U), v = Find(edges[e].V);
                if (u == v) continue;
                live[kept++] = e;
                if (best[u] < 0 || Before(e, best[u])) best[u] = e;
                if (best[v] < 0 || Before(e, best[v])) best[v] = e;
            }

            alive = kept;
            foreach (var e in best)
            {
                if (e < 0) continue;
                int a = Find(edges[e].U), b = Find(edges[e].V);
                if (a == b) continue;
                parent[b] = a;
                chosen.Add(e);
                total += edges[e].Weight;
            }
        }

        return (chosen.ToArray(), checked((long)total));

        bool Before(int e, int f) =>
            edges[e].Weight < edges[f].Weight || (edges[e].Weight == edges[f].Weight && e < f);
    }
}
