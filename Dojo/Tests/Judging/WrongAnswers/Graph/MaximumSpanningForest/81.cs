// Breaks: "<param name="edges">Left unchanged.</param>"
// How: the edges are sorted in the caller's array, together with their indices, and sorted back afterwards; but when the total does not fit,
// as for [(0, 1, 1), (1, 2, long.MaxValue)] with 3 vertices, OverflowException leaves before that, and the array stays sorted by weight.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        long[] order = new long[edges.Length];
        int[] index = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, weight) = edges[e];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            order[e] = ~weight;
            index[e] = e;
        }
        // Heaviest first, each edge beside its index: the scan then runs straight through memory.
        Array.Sort((long[])order.Clone(), edges);
        Array.Sort(order, index);
        int[] link = new int[vertices];
        Array.Fill(link, -1);
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
        Int128 sum = 0;
        for (int i = 0; i < edges.Length; i++)
        {
            int u = Find(edges[i].U), v = Find(edges[i].V);
            if (u == v) continue;
            if (link[u] > link[v]) (u, v) = (v, u);
            link[u] += link[v];
            link[v] = u;
            taken.Add(index[i]);
            sum += edges[i].Weight;
        }
        long total = checked((long)sum);
        Array.Sort(index, edges);
        return (taken.ToArray(), total);
    }
}
