// It returns as soon as the result is certain and leaves the rest of the edges unchecked.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        var sets = Make(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (!Unite(sets, u, v)) return false;
        }
        return true;
    }

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        bool forest = IsForest(vertices, edges);
        return forest && vertices > 0 && edges.Length == vertices - 1;
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        var whole = Make(vertices);
        int rank = 0;
        foreach (var (u, v, _) in edges)
            if (Unite(whole, u, v)) rank++;
        var part = Make(vertices);
        foreach (int c in chosen)
        {
            if (c < 0 || c >= edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
            if (!Unite(part, edges[c].U, edges[c].V)) return false;
        }
        return rank == chosen.Length;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (!IsForest(vertices, edges)) throw new ArgumentException("cycle");
        return vertices - edges.Length;
    }

    static int[] Make(int n)
    {
        if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
        var a = new int[n];
        for (int i = 0; i < n; i++) a[i] = i;
        return a;
    }

    static bool Unite(int[] p, int u, int v)
    {
        if (u < 0 || u >= p.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if (v < 0 || v >= p.Length) throw new ArgumentOutOfRangeException(nameof(v));
        while (p[u] != u) u = p[u] = p[p[u]];
        while (p[v] != v) v = p[v] = p[p[v]];
        if (u == v) return false;
        p[v] = u;
        return true;
    }
}
