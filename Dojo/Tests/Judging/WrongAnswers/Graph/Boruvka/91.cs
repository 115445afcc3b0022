// Breaks: "A round passes once over the edges, and there are at most $\log_2 n$ rounds that join trees."
// How: a spider: hub 0, knees i = 1..k by edges (0, i, 10+i), feet k+i by edges (i, k+i, 1). The first round joins knees and feet; from
// then on a tree takes part in one join per round only, and all want the hub's: k-1 rounds over k-r edges, 5e9 and more for n = 200 000.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var live = new int[edges.Length];
        int left = 0;
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, _) = edges[i];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (u != v) live[left++] = i;
        }

        var link = new int[vertices];
        Array.Fill(link, -1);
        var best = new int[vertices];
        Array.Fill(best, -1);
        var joined = new bool[vertices];
        var choosing = new List<int>();
        var kept = new List<int>();
        Int128 total = 0;
        for (bool first = true; ; first = false)
        {
            // One pass: edges within a tree go, each other one is offered to both of its trees.
            int stay = 0;
            choosing.Clear();
            for (int k = 0; k < left; k++)
            {
                int i = live[k], a = Root(link, edges[i].U), b = Root(link, edges[i].V);
                if (a == b) continue;
                live[stay++] = i;
                if (best[a] < 0) choosing.Add(a);
                if (best[b] < 0) choosing.Add(b);
                if (best[a] < 0 || edges[i].Weight < edges[best[a]].Weight) best[a] = i;
                if (best[b] < 0 || edges[i].Weight < edges[best[b]].Weight) best[b] = i;
            }
            left = stay;
            if (choosing.Count == 0) break;

            foreach (int root in choosing)
            {
                int i = best[root];
                int a = Root(link, edges[i].U), b = Root(link, edges[i].V);
                // Lone vertices join freely. Trees join in pairs, so that none outgrows the others in a round.
                if (a == b || (!first && (joined[a] || joined[b]))) continue;
                if (link[b] < link[a]) (a, b) = (b, a);
                link[a] += link[b];
                link[b] = a;
                joined[a] = joined[b] = true;
                kept.Add(i);
                total += edges[i].Weight;
            }
            foreach (int root in choosing)
            {
                best[root] = -1;
                joined[root] = false;
            }
        }
        return (kept.ToArray(), checked((long)total));
    }

    private static int Root(int[] link, int x)
    {
        while (link[x] >= 0)
        {
            int up = link[x];
            if (link[up] >= 0) link[x] = link[up];
            x = up;
        }
        return x;
    }
}
