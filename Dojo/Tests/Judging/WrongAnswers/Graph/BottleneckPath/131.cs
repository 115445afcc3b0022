// Between is promised in O(log n): the tree it climbs is joined without regard to size (only the sets that build it are kept flat), so on a path with ascending weights it is n deep and a query costs O(n).
namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    // Each vertex points up to the root that its set was joined to; Time says as which edge from
    // the lightest. Times grow on the way up.
    private readonly int[] _up;
    private readonly int[] _time;
    private readonly long[] _weight;

    private BottleneckPath(int[] up, int[] time, long[] weight)
    {
        _up = up;
        _time = time;
        _weight = weight;
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var weight = new long[edges.Length];
        var sorted = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, w) = edges[i];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            weight[i] = w;
            sorted[i] = i;
        }
        Array.Sort(weight, sorted);

        int[] up = new int[vertices], time = new int[vertices], root = new int[vertices];
        for (int v = 0; v < vertices; v++) up[v] = root[v] = v;
        Array.Fill(time, int.MaxValue);

        int Find(int x)
        {
            while (root[x] != x) x = root[x] = root[root[x]];   // path halving keeps it flat
            return x;
        }

        for (int i = 0; i < sorted.Length; i++)
        {
            int a = Find(edges[sorted[i]].U), b = Find(edges[sorted[i]].V);
            if (a == b) continue;
            root[a] = b;
            up[a] = b;
            time[a] = i;
        }
        return new BottleneckPath(up, time, weight);
    }

    public long? Between(int u, int v)
    {
        if ((uint)u >= (uint)_up.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if ((uint)v >= (uint)_up.Length) throw new ArgumentOutOfRangeException(nameof(v));

        long limit = long.MinValue;
        while (u != v)
        {
            if (_time[u] > _time[v]) (u, v) = (v, u);
            if (_time[u] == int.MaxValue) return null;   // two roots
            limit = _weight[_time[u]];
            u = _up[u];
        }
        return limit;
    }
}
