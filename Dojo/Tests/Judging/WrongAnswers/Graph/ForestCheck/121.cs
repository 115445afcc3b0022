// the disjoint sets always hang the greater root under the lesser one and never shorten a way, which is quick for paths, stars and random graphs but quadratic for a chain joined from its high end: "O((n + m) alpha(n))" is broken; input: n = 200000, edges (i, i+1) for i = 199998 down to 100000, then (x, 199999) for x = 99999 down to 0: 10^10 steps
using System;

namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        var sets = new Sets(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (!sets.Union(u, v))
                return false;
        }
        return true;
    }

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        return vertices > 0 && edges.Length == vertices - 1 && IsForest(vertices, edges);
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        Check(vertices, edges);
        foreach (int e in chosen)
        {
            if ((uint)e >= (uint)edges.Length)
                throw new ArgumentOutOfRangeException(nameof(chosen), "An index is outside the edges.");
        }
        var sets = new Sets(vertices);
        foreach (int e in chosen)
        {
            if (!sets.Union(edges[e].U, edges[e].V))
                return false;
        }
        foreach (var (u, v, _) in edges)
        {
            if (sets.Find(u) != sets.Find(v))
                return false;
        }
        return true;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (!IsForest(vertices, edges))
            throw new ArgumentException("The edges make a cycle.", nameof(edges));
        return vertices - edges.Length;
    }

    private static void Check(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
        }
    }

    private sealed class Sets
    {
        private readonly int[] _parent;

        public Sets(int count)
        {
            _parent = new int[count];
            for (int v = 0; v < count; v++)
                _parent[v] = v;
        }

        public int Find(int v)
        {
            while (_parent[v] != v)
                v = _parent[v];
            return v;
        }

        public bool Union(int u, int v)
        {
            int a = Find(u), b = Find(v);
            if (a == b)
                return false;
            // the numbers of the vertices are as good as random ranks
            _parent[Math.Max(a, b)] = Math.Min(a, b);
            return true;
        }
    }
}
