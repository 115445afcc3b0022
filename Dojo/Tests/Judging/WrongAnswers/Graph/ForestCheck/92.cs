// Breaks: "All input is left unchanged; all of it is checked, even what the result does not depend on."
// How: IsSpanningForest marks a chosen edge by complementing its U, and puts it right at the end, but not when a later index is refused:
// edges = [(0, 1, 5)], chosen = [0, 9] throws ArgumentOutOfRangeException, and edges[0] is (-1, 1, 5) afterwards.
using System;

namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) =>
        vertices - Trees(vertices, edges) == edges.Length;

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
        Trees(vertices, edges) == 1 && edges.Length == vertices - 1;

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int trees = Trees(vertices, edges);
        int[] up = Alone(vertices);
        int left = vertices;
        bool twice = false;
        // All ends are known to be >= 0, so a negative one is a mark: no set of indices is needed.
        foreach (int i in chosen)
        {
            if (i < 0 || i >= edges.Length)
                throw new ArgumentOutOfRangeException(nameof(chosen), i, "No such edge.");
            ref var edge = ref edges[i];
            if (edge.U < 0)
            {
                twice = true;
                continue;
            }
            if (Join(up, edge.U, edge.V)) left--;
            edge.U = ~edge.U;
        }
        foreach (int i in chosen)
            if (edges[i].U < 0) edges[i].U = ~edges[i].U;
        return !twice && left == trees && vertices - left == chosen.Length;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        int trees = Trees(vertices, edges);
        return vertices - trees == edges.Length
            ? trees
            : throw new ArgumentException("There is a cycle.", nameof(edges));
    }

    private static int Trees(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        int[] up = Alone(vertices);
        int trees = vertices;
        foreach (var (u, v, _) in edges)
            if (Join(up, u, v)) trees--;
        return trees;
    }

    private static int[] Alone(int n)
    {
        var up = new int[n];
        Array.Fill(up, -1);
        return up;
    }

    private static bool Join(int[] up, int x, int y)
    {
        x = Root(up, x);
        y = Root(up, y);
        if (x == y) return false;
        if (up[x] > up[y]) (x, y) = (y, x);
        up[x] += up[y];
        up[y] = x;
        return true;
    }

    private static int Root(int[] up, int x)
    {
        int root = x;
        while (up[root] >= 0) root = up[root];
        while (x != root) (up[x], x) = (root, up[x]);
        return root;
    }
}
