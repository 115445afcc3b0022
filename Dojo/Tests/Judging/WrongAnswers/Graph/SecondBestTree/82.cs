// Breaks: "A result beyond 64 bits throws `OverflowException`; one that fits is right, whatever the sums on the way."
// How: Weight(3, [(0, 1, long.MinValue), (1, 2, -1), (1, 2, 0)]): the lightest tree weighs long.MinValue - 1, so OverflowException is
// thrown, although the second one weighs long.MinValue, which fits.
using System;

namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        if (vertices < 2) return null;

        long[] weights = new long[edges.Length];
        int[] order = new int[edges.Length];
        for (int e = 0; e < order.Length; e++)
        {
            weights[e] = edges[e].Weight;
            order[e] = e;
        }
        Array.Sort(weights, order);

        // Union by size, the paths left as they are: link[v] is the number of the union that hung v up.
        int[] parent = new int[vertices], size = new int[vertices], link = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
            link[v] = int.MaxValue;
        }
        int Root(int x)
        {
            while (parent[x] != x) x = parent[x];
            return x;
        }
        bool[] inTree = new bool[edges.Length];
        long[] heaviest = new long[vertices];   // by the number of the union
        int unions = 0;
        Int128 sum = 0;
        foreach (int e in order)
        {
            int u = Root(edges[e].U), v = Root(edges[e].V);
            if (u == v) continue;
            if (size[u] < size[v]) (u, v) = (v, u);
            parent[v] = u;
            size[u] += size[v];
            link[v] = unions;
            heaviest[unions++] = edges[e].Weight;
            inTree[e] = true;
            sum += edges[e].Weight;
        }
        if (unions != vertices - 1) return null;
        long lightest = checked((long)sum);
        Int128? second = null;
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, weight) = edges[e];
            if (inTree[e] || u == v) continue;
            int last = -1;
            while (u != v)
            {
                if (link[v] < link[u]) (u, v) = (v, u);
                last = link[u];
                u = parent[u];
            }
            Int128 exchanged = (Int128)lightest - heaviest[last] + weight;
            if (second is null || exchanged < second) second = exchanged;
        }
        return second is null ? null : checked((long)second.Value);
    }
}
