// Breaks: "O((n + m) α(n))." (of all four)
// How: a star around the last vertex, its edges in the order (n-1, n-2), (n-1, n-3), ..., (n-1, 0): the smaller root always becomes the
// parent and no path is shortened, so the climb from n - 1 gets one step longer with each edge, n^2 / 2 in all. Paths in either order and
// stars around 0 stay fast.
using System;

namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    static int Root(int[] parent, int x)
    {
        while (parent[x] != x) x = parent[x];
        return x;
    }

    static int[] Singles(int vertices)
    {
        int[] parent = new int[vertices];
        for (int v = 0; v < vertices; v++) parent[v] = v;
        return parent;
    }

    // Whether the edge joins two trees.
    static bool Join(int[] parent, int u, int v)
    {
        u = Root(parent, u);
        v = Root(parent, v);
        if (u == v) return false;
        parent[Math.Max(u, v)] = Math.Min(u, v);
        return true;
    }

    static void Check(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var edge in edges)
            if (edge.U < 0 || edge.U >= vertices || edge.V < 0 || edge.V >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
    }

    static int Joins(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        int[] parent = Singles(vertices);
        int joins = 0;
        foreach (var (u, v, _) in edges)
            if (Join(parent, u, v)) joins++;
        return joins;
    }

    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) =>
        Joins(vertices, edges) == edges.Length;

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        int joins = Joins(vertices, edges);
        return vertices > 0 && joins == vertices - 1 && joins == edges.Length;
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int joins = Joins(vertices, edges);
        foreach (int index in chosen)
            if (index < 0 || index >= edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
        var picked = new (int U, int V, long Weight)[chosen.Length];
        for (int i = 0; i < picked.Length; i++) picked[i] = edges[chosen[i]];
        return Joins(vertices, picked) == picked.Length && picked.Length == joins;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        int joins = Joins(vertices, edges);
        return joins == edges.Length ? vertices - joins : throw new ArgumentException("The edges make a cycle.", nameof(edges));
    }
}
