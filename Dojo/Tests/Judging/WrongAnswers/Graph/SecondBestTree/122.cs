// throws as soon as the lightest tree is too heavy, before it is known that there is a second one ("The answer is null where there are not two spanning trees: ... a tree"; only a result beyond 64 bits throws): Weight(3, [(0, 1, long.MaxValue), (1, 2, 1)]) throws OverflowException instead of null
using System;

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
        if (vertices < 2) return null;
        Array.Sort(keys, order);

        // Union by size without compression: the trees stay low, and the weight and the time at
        // which a root was hung below another one rise on the way up.
        var parent = new int[vertices];
        var size = new int[vertices];
        var time = new int[vertices];
        var up = new long[vertices];
        for (int i = 0; i < vertices; i++)
        {
            parent[i] = i;
            size[i] = 1;
            time[i] = int.MaxValue;
        }
        var inTree = new bool[edges.Length];
        Int128 total = 0;
        int joined = 0;
        for (int k = 0; k < order.Length && joined < vertices - 1; k++)
        {
            var (a, b, weight) = edges[order[k]];
            while (parent[a] != a) a = parent[a];
            while (parent[b] != b) b = parent[b];
            if (a == b) continue;
            if (size[a] > size[b]) (a, b) = (b, a);
            parent[a] = b;
            size[b] += size[a];
            time[a] = k;
            up[a] = weight;
            inTree[order[k]] = true;
            total += weight;
            joined++;
        }
        if (joined < vertices - 1) return null;

        // The second tree is no lighter than the first.
        if (total > long.MaxValue) throw new OverflowException("The result does not fit 64 bits.");
        Int128? least = null;
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (inTree[i] || u == v) continue;
            long heaviest = long.MinValue;
            while (u != v)
            {
                if (time[u] > time[v]) (u, v) = (v, u);
                heaviest = up[u];
                u = parent[u];
            }
            Int128 more = (Int128)weight - heaviest;
            if (least is null || more < least) least = more;
        }
        if (least is null) return null;
        return checked((long)(total + least.Value));
    }
}
