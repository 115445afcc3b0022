namespace Etudes;

/// <summary>The scan of Kruskal's algorithm as people write it by hand: edges that come in order,
/// and an array of parents.</summary>
internal static class Parents
{
    public static long Weight(int vertices, IEnumerable<(int U, int V, long Weight)> inOrder)
    {
        int[] parent = [.. Enumerable.Range(0, vertices)];
        long total = 0;
        foreach (var (u, v, weight) in inOrder)
        {
            int a = Find(parent, u), b = Find(parent, v);
            if (a == b) continue;
            parent[a] = b;
            total += weight;
        }
        return total;
    }

    private static int Find(int[] parent, int v)
    {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    }
}
