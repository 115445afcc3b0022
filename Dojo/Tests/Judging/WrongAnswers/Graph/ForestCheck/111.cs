// all input is left unchanged; IsSpanningForest sorts chosen to find an index that stands there twice: after IsSpanningForest(3, [(0, 1, 5), (1, 2, 5)], chosen) with chosen = [1, 0], chosen is [0, 1].
using System;

namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        CheckEdges(vertices, edges);
        var parent = Alone(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (!Join(parent, u, v))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        // A forest of n - 1 edges is one tree; no forest has -1 edges.
        return IsForest(vertices, edges) && edges.Length == vertices - 1;
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        CheckEdges(vertices, edges);
        foreach (int e in chosen)
        {
            if (e < 0 || e >= edges.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(chosen));
            }
        }

        Array.Sort(chosen);
        for (int i = 1; i < chosen.Length; i++)
        {
            if (chosen[i] == chosen[i - 1])
            {
                return false;
            }
        }

        var parent = Alone(vertices);
        foreach (int e in chosen)
        {
            if (!Join(parent, edges[e].U, edges[e].V))
            {
                return false;
            }
        }

        foreach (var (u, v, _) in edges)
        {
            if (Find(parent, u) != Find(parent, v))
            {
                return false;
            }
        }

        return true;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (!IsForest(vertices, edges))
        {
            throw new ArgumentException("The edges make a cycle.", nameof(edges));
        }

        return vertices - edges.Length;
    }

    private static void CheckEdges(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }
    }

    // A root holds the size of its set, negated, minus one: -2 is a set of one.
    private static int[] Alone(int vertices)
    {
        var parent = new int[vertices];
        Array.Fill(parent, -2);
        return parent;
    }

    private static int Find(int[] parent, int x)
    {
        while (parent[x] >= 0)
        {
            int above = parent[x];
            if (parent[above] >= 0)
            {
                parent[x] = parent[above];
            }

            x = above;
        }

        return x;
    }

    private static bool Join(int[] parent, int u, int v)
    {
        int a = Find(parent, u);
        int b = Find(parent, v);
        if (a == b)
        {
            return false;
        }

        if (parent[a] > parent[b])
        {
            (a, b) = (b, a);
        }

        parent[a] += parent[b] + 1;
        parent[b] = a;
        return true;
    }
}
