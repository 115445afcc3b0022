// Breaks: "Null if the graph does not have two spanning trees" (and only then)
// How: Weight(2, [(0, 1, long.MinValue), (0, 1, long.MaxValue)]) is null instead of long.MaxValue: the one exchange costs 2^64 - 1, which is
// not below long.MaxValue, from where the search for the cheapest begins and by which it tells that there was none.
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
        const long None = long.MaxValue;
        Int128 cheapest = None;
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
            Int128 more = (Int128)weight - heaviest[last];
            if (more < cheapest) cheapest = more;
        }
        return cheapest == None ? null : checked((long)(sum + cheapest));
    }
}
