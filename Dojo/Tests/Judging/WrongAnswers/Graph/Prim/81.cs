// Breaks: "The edges of a minimum spanning forest of an undirected graph" and "Up to 2*10^5 vertices"
// How: of parallel edges only the lightest is kept, by the key u * n + v in 32 bits. With n = 131 072, (0, 100 000) and (32 768, 100 000)
// have the same key (32 768 * 131 072 = 2^32), so one of them is lost, and 0 and 32 768 stay unconnected. No two keys meet up to n = 65 536.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        // Of parallel edges the lightest; self-loops are never needed.
        var lightest = new Dictionary<int, int>();
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, weight) = edges[e];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (u == v) continue;
            int key = unchecked(Math.Min(u, v) * vertices + Math.Max(u, v));
            if (!lightest.TryGetValue(key, out int known) || weight < edges[known].Weight) lightest[key] = e;
        }
        int[] head = new int[vertices], next = new int[2 * edges.Length];
        Array.Fill(head, -1);
        foreach (int e in lightest.Values)
        {
            next[2 * e] = head[edges[e].U];
            head[edges[e].U] = 2 * e;
            next[2 * e + 1] = head[edges[e].V];
            head[edges[e].V] = 2 * e + 1;
        }
        bool[] inTree = new bool[vertices];
        var border = new PriorityQueue<int, long>();   // ends 2e and 2e + 1 of the edges: the other end is the tree's
        var taken = new List<int>();
        Int128 total = 0;
        void Enter(int vertex)
        {
            inTree[vertex] = true;
            for (int end = head[vertex]; end >= 0; end = next[end])
            {
                var (u, v, weight) = edges[end / 2];
                if (!inTree[end % 2 == 0 ? v : u]) border.Enqueue(end, weight);
            }
        }
        for (int root = 0; root < vertices; root++)
        {
            if (inTree[root]) continue;
            Enter(root);
            while (border.TryDequeue(out int end, out long weight))
            {
                var (u, v, _) = edges[end / 2];
                int outside = end % 2 == 0 ? v : u;
                if (inTree[outside]) continue;
                taken.Add(end / 2);
                total += weight;
                Enter(outside);
            }
        }
        return (taken.ToArray(), checked((long)total));
    }
}
