// Breaks: "O(n + m log m), with stale entries left in the heap."
// How: a wheel: hub 0, spokes (0, i) of weight 2i+1, rim (i-1, i) of weight 2i for i = 2..k. Each spoke comes to the top just after its rim
// vertex has joined by the rim. The hub then looks for its next edge from the last one taken, over all stale ones: k^2/2 steps, 2e10 for n = 200 000.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        int m = edges.Length;
        var keys = new long[m];
        var order = new int[m];
        var start = new int[vertices + 1];
        for (int i = 0; i < m; i++)
        {
            var (u, v, weight) = edges[i];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            keys[i] = weight;
            order[i] = i;
            start[u + 1]++;
            start[v + 1]++;
        }
        for (int x = 0; x < vertices; x++) start[x + 1] += start[x];

        // The edges of each vertex from the lightest: sorted once, and dealt out in that order.
        Array.Sort(keys, order);
        var fill = start.AsSpan(0, vertices).ToArray();
        var at = new int[2 * m];
        foreach (int i in order)
        {
            at[fill[edges[i].U]++] = i;
            at[fill[edges[i].V]++] = i;
        }

        // Each vertex of the tree has one edge in the heap, its lightest that leaves the tree.
        var next = start.AsSpan(0, vertices).ToArray();
        var offered = new int[vertices];
        var inTree = new bool[vertices];
        var heap = new PriorityQueue<int, long>();
        var kept = new List<int>();
        Int128 total = 0;

        void Offer(int u)
        {
            int k = next[u];
            while (k < start[u + 1] && inTree[edges[at[k]].U] && inTree[edges[at[k]].V]) k++;
            if (k == start[u + 1]) return;
            offered[u] = k;
            heap.Enqueue(u, edges[at[k]].Weight);
        }

        for (int root = 0; root < vertices; root++)
        {
            if (inTree[root]) continue;
            inTree[root] = true;
            Offer(root);
            while (heap.TryDequeue(out int u, out _))
            {
                int i = at[offered[u]];
                int v = edges[i].U == u ? edges[i].V : edges[i].U;
                if (inTree[v])
                {
                    Offer(u);
                    continue;
                }
                inTree[v] = true;
                kept.Add(i);
                total += edges[i].Weight;
                next[u] = offered[u] + 1;
                Offer(u);
                Offer(v);
            }
        }
        return (kept.ToArray(), checked((long)total));
    }
}
