// O(n + m log m) is promised; every tree gets arrays of n places of its own, O(n c) for c components: 200 000 isolated vertices take 4 * 10^10 places.
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
        var chosen = new List<int>();
        for (int root = 0; root < vertices; root++)
        {
            if (!inTree[root])
            {
                Grow(root, edges, head, next, inTree, chosen);
            }
        }

        Int128 total = 0;
        foreach (int e in chosen)
        {
            total += edges[e].Weight;
        }

        return (chosen.ToArray(), checked((long)total));
    }

    private static void Grow(
        int root, (int U, int V, long Weight)[] edges, int[] head, int[] next, bool[] inTree, List<int> chosen)
    {
        var via = new int[inTree.Length];
        Array.Fill(via, -1);
        var key = new long[inTree.Length];
        Array.Fill(key, long.MaxValue);
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(root, long.MinValue);
        while (queue.TryDequeue(out int u, out _))
        {
            if (inTree[u])
            {
                continue;
            }

            inTree[u] = true;
            if (u != root)
            {
                chosen.Add(via[u]);
            }

            for (int arc = head[u]; arc >= 0; arc = next[arc])
            {
                var (a, b, weight) = edges[arc >> 1];
                int v = (arc & 1) == 0 ? b : a;
                if (!inTree[v] && (via[v] < 0 || weight < key[v]))
                {
                    via[v] = arc >> 1;
                    key[v] = weight;
                    queue.Enqueue(v, weight);
                }
            }
        }
    }
}
