// "a graph without vertices has no spanning tree": IsSpanningTree(0, []) is true, since the empty forest has at least -1 edges.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) => Trees(vertices, edges) >= 0;

    // A forest with n - 1 edges has a single tree.
    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
        IsForest(vertices, edges) && edges.Length >= vertices - 1;

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (int index in chosen)
            if (index < 0 || index >= edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));

        int[] whole = Alone(vertices);
        int components = vertices;
        foreach (var edge in edges)
        {
            Check(vertices, edge);
            if (Union(whole, edge.U, edge.V)) components--;
        }

        int[] part = Alone(vertices);
        int trees = vertices;
        foreach (int index in chosen)
        {
            if (!Union(part, edges[index].U, edges[index].V)) return false;
            trees--;
        }
        return trees == components;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        int trees = Trees(vertices, edges);
        return trees >= 0 ? trees : throw new ArgumentException("The edges make a cycle.", nameof(edges));
    }

    // How many trees there are, -1 if there is a cycle.
    private static int Trees(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        int[] sets = Alone(vertices);
        int trees = vertices;
        bool cycle = false;
        foreach (var edge in edges)
        {
            Check(vertices, edge);
            if (Union(sets, edge.U, edge.V)) trees--;
            else cycle = true;
        }
        return cycle ? -1 : trees;
    }

    private static void Check(int vertices, (int U, int V, long Weight) edge)
    {
        if (edge.U < 0 || edge.U >= vertices || edge.V < 0 || edge.V >= vertices)
            throw new ArgumentOutOfRangeException(nameof(edge));
    }

    // A root holds the size of its set, negated; the others hold their parents.
    private static int[] Alone(int n)
    {
        var sets = new int[n];
        Array.Fill(sets, -1);
        return sets;
    }

    private static int Find(int[] sets, int x)
    {
        int root = x;
        while (sets[root] >= 0) root = sets[root];
        while (sets[x] >= 0) (sets[x], x) = (root, sets[x]);
        return root;
    }

    private static bool Union(int[] sets, int x, int y)
    {
        (x, y) = (Find(sets, x), Find(sets, y));
        if (x == y) return false;
        if (sets[x] > sets[y]) (x, y) = (y, x);
        sets[x] += sets[y];
        sets[y] = x;
        return true;
    }
}
