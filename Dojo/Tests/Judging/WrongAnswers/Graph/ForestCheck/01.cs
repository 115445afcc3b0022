// A spanning tree is recognised by its n - 1 edges alone.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) =>
        Components(vertices, edges) == vertices - edges.Length;

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        Components(vertices, edges);
        return vertices > 0 && edges.Length == vertices - 1;
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int all = Components(vertices, edges);
        foreach (int i in chosen)
            if (i < 0 || i >= edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
        var picked = chosen.Select(i => edges[i]).ToArray();
        return IsForest(vertices, picked) && Components(vertices, picked) == all;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        int trees = Components(vertices, edges);
        if (trees != vertices - edges.Length) throw new ArgumentException("a cycle", nameof(edges));
        return trees;
    }

    private static int Components(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        int[] parent = new int[vertices];
        for (int i = 0; i < vertices; i++) parent[i] = i;
        int count = vertices;
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            int a = Root(parent, u), b = Root(parent, v);
            if (a == b) continue;
            parent[a] = b;
            count--;
        }
        return count;
    }

    private static int Root(int[] parent, int x)
    {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }
}
