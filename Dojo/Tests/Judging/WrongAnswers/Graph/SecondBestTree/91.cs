// Breaks: "The answer is null where there are not two spanning trees: a disconnected graph, a tree, no vertex or one vertex"
// How: the sum of the lightest tree is checked before it is known that there is a second. Vertices 3, edges (0, 1, long.MaxValue) and
// (1, 2, long.MaxValue), a tree: throws OverflowException instead of null.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var keys = new long[edges.Length];
        var order = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            keys[i] = weight;
            order[i] = i;
        }
        if (vertices <= 1) return null;
        Array.Sort(keys, order);

        // Union by size, paths left as they are; each link knows its place in the order.
        var parent = new int[vertices];
        var size = new int[vertices];
        var place = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
            place[x] = int.MaxValue;
        }
        var rest = new List<int>();
        int taken = 0;
        Int128 total = 0;
        for (int k = 0; k < order.Length; k++)
        {
            var (u, v, weight) = edges[order[k]];
            if (u == v) continue;
            int a = u, b = v;
            while (parent[a] != a) a = parent[a];
            while (parent[b] != b) b = parent[b];
            if (a == b)
            {
                rest.Add(order[k]);
                continue;
            }
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            place[b] = k;
            taken++;
            total += weight;
        }
        if (taken < vertices - 1) return null;

        // The second is no lighter than the first: if that is too large already, nothing needs to be searched.
        if (total > long.MaxValue) throw new OverflowException("The weight is beyond 64 bits.");

        Int128? least = null;
        foreach (int i in rest)
        {
            int u = edges[i].U, v = edges[i].V, last = 0;
            while (u != v)
            {
                if (place[u] > place[v]) (u, v) = (v, u);
                last = place[u];
                u = parent[u];
            }
            Int128 more = (Int128)edges[i].Weight - keys[last];
            if (least is null || more < least) least = more;
        }
        return least is null ? null : checked((long)(total + least.Value));
    }
}
