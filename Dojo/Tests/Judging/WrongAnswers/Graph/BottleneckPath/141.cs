// Between is promised in O(log n), but trees are joined without regard to their size, so a path whose weights ascend from 0 on (edges (i, i+1, i)) gives a chain and queries cost O(n).
namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly int[] up;        // the vertex above in the tree of joins
    private readonly int[] time;      // when it was joined to that; int.MaxValue for a root
    private readonly long[] weight;   // the weight of the edge that did it

    private BottleneckPath(int[] up, int[] time, long[] weight) => (this.up, this.time, this.weight) = (up, time, weight);

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        long[] keys = new long[edges.Length];
        int[] order = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, w) = edges[e];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            keys[e] = w;
            order[e] = e;
        }
        Array.Sort(keys, order);

        int[] up = new int[vertices], time = new int[vertices], set = new int[vertices];
        long[] weight = new long[vertices];
        for (int v = 0; v < vertices; v++)
        {
            up[v] = set[v] = v;
            time[v] = int.MaxValue;
        }
        for (int t = 0; t < order.Length; t++)
        {
            var (u, v, w) = edges[order[t]];
            int a = Find(set, u), b = Find(set, v);
            if (a == b) continue;
            set[a] = up[a] = b;
            time[a] = t;
            weight[a] = w;
        }
        return new BottleneckPath(up, time, weight);
    }

    public long? Between(int u, int v)
    {
        if ((uint)u >= (uint)up.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if ((uint)v >= (uint)up.Length) throw new ArgumentOutOfRangeException(nameof(v));
        // Joins get later on the way up: always let the one climb that was joined earlier.
        long bottleneck = long.MinValue;
        while (u != v)
        {
            if (time[v] < time[u]) (u, v) = (v, u);
            if (time[u] == int.MaxValue) return null;
            bottleneck = weight[u];
            u = up[u];
        }
        return bottleneck;
    }

    private static int Find(int[] set, int x)
    {
        while (set[x] != x) x = set[x] = set[set[x]];
        return x;
    }
}
