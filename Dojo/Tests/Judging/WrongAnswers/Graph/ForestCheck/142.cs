// the chosen edges are marked in a table of bits, so an index that stands in chosen twice is lost and IsSpanningForest is true where it is a cycle.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        return Joins(vertices, edges) == edges.Length;
    }

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        return vertices > 0 && edges.Length == vertices - 1 && Joins(vertices, edges) == edges.Length;
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        Check(vertices, edges);
        bool[] isChosen = new bool[edges.Length];
        foreach (int index in chosen)
        {
            if (index < 0 || index >= edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
            isChosen[index] = true;
        }

        var part = edges.Where((_, i) => isChosen[i]).ToArray();
        // Without a cycle every chosen edge joins two trees; complete, they join as much as all do.
        int joins = Joins(vertices, part);
        return joins == part.Length && joins == Joins(vertices, edges);
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        int joins = Joins(vertices, edges);
        if (joins < edges.Length) throw new ArgumentException("The edges make a cycle.", nameof(edges));
        return vertices - joins;
    }

    private static void Check(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
    }

    /// <summary>How many of the edges, one after another, join two trees.</summary>
    private static int Joins(int vertices, (int U, int V, long Weight)[] edges)
    {
        int[] parent = new int[vertices], size = new int[vertices];
        for (int i = 0; i < vertices; i++) (parent[i], size[i]) = (i, 1);
        int joins = 0;
        foreach (var (u, v, _) in edges)
        {
            int a = Find(u), b = Find(v);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            joins++;
        }
        return joins;

        int Find(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }
    }
}
