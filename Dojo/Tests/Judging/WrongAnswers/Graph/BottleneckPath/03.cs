// long.MaxValue stands for "no path", so that a real limit of long.MaxValue is taken for none.
namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    // union by size with the weight of each link; links get heavier on the way up
    private readonly int[] link;
    private readonly long[] limit;
    private readonly int[] rank;

    private BottleneckPath(int n)
    {
        link = new int[n];
        rank = new int[n];
        limit = new long[n];
        Array.Fill(link, -1);
        Array.Fill(limit, long.MaxValue);
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
        var b = new BottleneckPath(vertices);
        var order = new int[edges.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (i, j) => edges[i].Weight.CompareTo(edges[j].Weight));
        foreach (int i in order)
        {
            int u = b.Top(edges[i].U), v = b.Top(edges[i].V);
            if (u == v) continue;
            if (b.rank[u] > b.rank[v]) (u, v) = (v, u);
            if (b.rank[u] == b.rank[v]) b.rank[v]++;
            b.link[u] = v;
            b.limit[u] = edges[i].Weight;
        }
        return b;
    }

    private int Top(int x)
    {
        while (link[x] >= 0) x = link[x];
        return x;
    }

    public long? Between(int u, int v)
    {
        if ((uint)u >= (uint)link.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if ((uint)v >= (uint)link.Length) throw new ArgumentOutOfRangeException(nameof(v));
        if (u == v) return long.MinValue;
        long answer = Meet(u, v);
        return answer == long.MaxValue ? null : answer;
    }

    private long Meet(int u, int v)
    {
        var ways = new Dictionary<int, long>();
        long max = long.MinValue;
        for (int x = u; ; x = link[x])
        {
            ways[x] = max;
            if (link[x] < 0) break;
            max = Math.Max(max, limit[x]);
        }
        max = long.MinValue;
        for (int x = v; ; x = link[x])
        {
            if (ways.TryGetValue(x, out long other)) return Math.Max(max, other);
            if (link[x] < 0) return long.MaxValue;
            max = Math.Max(max, limit[x]);
        }
    }
}
