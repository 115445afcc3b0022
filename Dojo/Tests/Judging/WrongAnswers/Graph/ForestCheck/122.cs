// a graph without vertices is answered before its edges are checked: "all of it is checked, even what the result does not depend on" is broken for n = 0; input: IsSpanningTree(0, [(0, 0, 1)]) returns false instead of ArgumentOutOfRangeException
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
        if (vertices == 0)
            return false;
        Check(vertices, edges);
        return edges.Length == vertices - 1 && IsForest(vertices, edges);
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
        private readonly int[] _size;

        public Sets(int count)
        {
            _parent = new int[count];
            _size = new int[count];
            for (int v = 0; v < count; v++)
            {
                _parent[v] = v;
                _size[v] = 1;
            }
        }

        public int Find(int v)
        {
            while (_parent[v] != v)
            {
                _parent[v] = _parent[_parent[v]];
                v = _parent[v];
            }
            return v;
        }

        public bool Union(int u, int v)
        {
            int a = Find(u), b = Find(v);
            if (a == b)
                return false;
            if (_size[a] < _size[b])
                (a, b) = (b, a);
            _parent[b] = a;
            _size[a] += _size[b];
            return true;
        }
    }
}
