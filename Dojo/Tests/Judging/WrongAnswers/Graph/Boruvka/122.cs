// returns at once for at most one vertex, before the edges have been looked at; breaks "A vertex outside 0..n-1, even of a self-loop, throws ArgumentOutOfRangeException": Forest(1, [(0, 7, 1)]) and Forest(0, [(0, 0, 1)]) return ([], 0).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (vertices <= 1) return ([], 0);   // nothing to join
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "A vertex is outside 0..n-1.");
        }

        var parent = new int[vertices];
        var size = new int[vertices];
        for (var v = 0; v < vertices; v++) (parent[v], size[v]) = (v, 1);

        int Find(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }

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
                if (size[a] < size[b]) (a, b) = (b, a);
                parent[b] = a;
                size[a] += size[b];
                chosen.Add(e);
                total += edges[e].Weight;
            }
        }

        return (chosen.ToArray(), checked((long)total));

        bool Before(int e, int f) =>
            edges[e].Weight < edges[f].Weight || (edges[e].Weight == edges[f].Weight && e < f);
    }
}
