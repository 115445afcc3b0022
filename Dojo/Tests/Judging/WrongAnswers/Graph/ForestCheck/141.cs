// a spanning tree is taken for a forest of at least n - 1 edges, which the empty graph of 0 vertices is too, so IsSpanningTree(0, []) is true although a graph without vertices has no spanning tree.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        var sets = new Sets(vertices);
        foreach (var (u, v, _) in edges)
            if (!sets.Join(u, v)) return false;
        return true;
    }

    // A forest of n vertices never has more than n - 1 edges, and with as many it is connected.
    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
        IsForest(vertices, edges) && edges.Length >= vertices - 1;

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        Check(vertices, edges);
        foreach (int c in chosen)
            if ((uint)c >= (uint)edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));

        var sets = new Sets(vertices);
        foreach (int c in chosen)
            if (!sets.Join(edges[c].U, edges[c].V)) return false;
        foreach (var (u, v, _) in edges)
            if (sets.Find(u) != sets.Find(v)) return false;
        return true;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (!IsForest(vertices, edges)) throw new ArgumentException("The edges make a cycle.", nameof(edges));
        return vertices - edges.Length;
    }

    private static void Check(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
    }

    private sealed class Sets
    {
        private readonly int[] parent, size;

        public Sets(int n)
        {
            parent = new int[n];
            size = new int[n];
            for (int i = 0; i < n; i++) (parent[i], size[i]) = (i, 1);
        }

        public int Find(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }

        public bool Join(int x, int y)
        {
            int a = Find(x), b = Find(y);
            if (a == b) return false;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            return true;
        }
    }
}
