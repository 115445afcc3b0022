// Breaks: "Every component gets its tree"
// How: at most 16 rounds are made. The path of n = 2^17 vertices whose edge (i, i + 1) weighs as many as i + 1 has zero bits at its end
// exactly halves its trees in each round and needs 17, so the edge in the middle is missing. Usual graphs need far fewer rounds.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    const int Rounds = 16;

    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        int[] link = new int[vertices], best = new int[vertices];
        Array.Fill(link, -1);   // a root holds minus its size
        int Find(int x)
        {
            while (link[x] >= 0)
            {
                if (link[link[x]] >= 0) link[x] = link[link[x]];
                x = link[x];
            }
            return x;
        }
        var taken = new List<int>();
        Int128 total = 0;
        bool joined = true;
        for (int round = 0; round < Rounds && joined; round++)
        {
            joined = false;
            Array.Fill(best, -1);
            for (int e = 0; e < edges.Length; e++)
            {
                int u = Find(edges[e].U), v = Find(edges[e].V);
                if (u == v) continue;
                if (best[u] < 0 || edges[e].Weight < edges[best[u]].Weight) best[u] = e;
                if (best[v] < 0 || edges[e].Weight < edges[best[v]].Weight) best[v] = e;
            }
            foreach (int e in best)
            {
                if (e < 0) continue;
                int u = Find(edges[e].U), v = Find(edges[e].V);
                if (u == v) continue;
                if (link[u] > link[v]) (u, v) = (v, u);
                link[u] += link[v];
                link[v] = u;
                taken.Add(e);
                total += edges[e].Weight;
                joined = true;
            }
        }
        return (taken.ToArray(), checked((long)total));
    }
}
