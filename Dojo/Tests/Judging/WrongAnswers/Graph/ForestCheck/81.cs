// Breaks: "all of it is checked, even what the result does not depend on." and "an index is outside edges" (ArgumentOutOfRangeException)
// How: IsSpanningForest(2, [(0, 1, 1)], [0, 0, 7]): the second 0 closes a cycle and false is returned before 7 is looked at. All edges are
// checked, and [7, 0, 0] throws as it must.
using System;

namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    sealed class Sets(int n)
    {
        readonly int[] _link = Filled(n);

        static int[] Filled(int n)
        {
            int[] link = new int[n];
            Array.Fill(link, -1);
            return link;
        }

        public int Count { get; private set; } = n;

        int Find(int x)
        {
            while (_link[x] >= 0)
            {
                if (_link[_link[x]] >= 0) _link[x] = _link[_link[x]];
                x = _link[x];
            }
            return x;
        }

        public bool Union(int x, int y)
        {
            x = Find(x);
            y = Find(y);
            if (x == y) return false;
            if (_link[x] > _link[y]) (x, y) = (y, x);
            _link[x] += _link[y];
            _link[y] = x;
            Count--;
            return true;
        }
    }

    // How many components the edges leave.
    static int Components(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var sets = new Sets(vertices);
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            sets.Union(u, v);
        }
        return sets.Count;
    }

    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) =>
        Components(vertices, edges) == vertices - edges.Length;

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
        Components(vertices, edges) == 1 && edges.Length == vertices - 1;

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int components = Components(vertices, edges);
        var sets = new Sets(vertices);
        foreach (int index in chosen)
        {
            if ((uint)index >= (uint)edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
            if (!sets.Union(edges[index].U, edges[index].V)) return false;
        }
        return sets.Count == components;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        int components = Components(vertices, edges);
        if (components != vertices - edges.Length) throw new ArgumentException("The edges make a cycle.", nameof(edges));
        return components;
    }
}
