// From a vertex to itself the limit is 0 instead of long.MinValue.
namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly int[] parent, size;
    private readonly int[] time;      // when the link to the parent was made
    private readonly long[] weight;

    private BottleneckPath(int n)
    {
        parent = new int[n];
        size = new int[n];
        time = new int[n];
        weight = new long[n];
        for (int i = 0; i < n; i++)
        {
            parent[i] = i;
            size[i] = 1;
            time[i] = int.MaxValue;
        }
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var paths = new BottleneckPath(vertices);
        foreach (var e in edges)
        {
            paths.Check(e.U);
            paths.Check(e.V);
        }
        int now = 0;
        foreach (var e in edges.OrderBy(e => e.Weight))
        {
            int u = e.U, v = e.V;
            while (paths.parent[u] != u) u = paths.parent[u];
            while (paths.parent[v] != v) v = paths.parent[v];
            if (u == v) continue;
            if (paths.size[u] > paths.size[v]) (u, v) = (v, u);
            paths.parent[u] = v;
            paths.size[v] += paths.size[u];
            paths.time[u] = now++;
            paths.weight[u] = e.Weight;
        }
        return paths;
    }

    public long? Between(int u, int v)
    {
        Check(u);
        Check(v);
        long result = 0;
        while (u != v)
        {
            if (time[u] > time[v]) (u, v) = (v, u);
            if (parent[u] == u) return null;
            result = weight[u];
            u = parent[u];
        }
        return result;
    }

    private void Check(int v)
    {
        if (v < 0 || v >= parent.Length) throw new ArgumentOutOfRangeException(nameof(v));
    }
}
