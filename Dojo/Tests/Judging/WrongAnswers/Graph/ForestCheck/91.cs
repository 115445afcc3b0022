// Breaks: "Whether the edges make no cycle."
// How: the sets live in buffers kept between calls, valid where their stamp is the call's epoch (1..255). When the epoch starts anew,
// only the stamps of that call's vertices are cleared. With A = IsForest(2, [(0,1,0)]), on a fresh thread: A, A (epoch 2), 254 times
// IsForest(0, []), A: it has epoch 2 again, 0 and 1 are still joined from before, and it says false.
using System;

namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    [ThreadStatic] private static Sets? s_sets;

    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        return Components(vertices, edges) == vertices - edges.Length;
    }

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        return vertices > 0 && edges.Length == vertices - 1 && Components(vertices, edges) == 1;
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        Check(vertices, edges);
        foreach (int i in chosen)
            if ((uint)i >= (uint)edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
        int whole = Components(vertices, edges);
        if (chosen.Length != vertices - whole) return false;
        Sets sets = s_sets ??= new Sets();
        sets.Start(vertices);
        foreach (int i in chosen)
            if (!sets.Union(edges[i].U, edges[i].V)) return false;
        return true;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        Check(vertices, edges);
        int trees = Components(vertices, edges);
        if (trees != vertices - edges.Length) throw new ArgumentException("The edges make a cycle.", nameof(edges));
        return trees;
    }

    private static int Components(int vertices, (int U, int V, long Weight)[] edges)
    {
        Sets sets = s_sets ??= new Sets();
        sets.Start(vertices);
        int count = vertices;
        foreach (var (u, v, _) in edges)
            if (sets.Union(u, v)) count--;
        return count;
    }

    private static void Check(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
    }

    /// <summary>Disjoint sets that need no initialisation: a vertex is alone until it is touched.</summary>
    private sealed class Sets
    {
        private int[] _link = [];
        private byte[] _stamp = [];
        private byte _epoch;

        public void Start(int vertices)
        {
            if (_link.Length < vertices)
            {
                int size = Math.Max(vertices, 2 * _link.Length);
                _link = new int[size];
                _stamp = new byte[size];
                _epoch = 0;
            }
            if (++_epoch == 0)
            {
                Array.Clear(_stamp, 0, vertices);
                _epoch = 1;
            }
        }

        public bool Union(int x, int y)
        {
            x = Root(x);
            y = Root(y);
            if (x == y) return false;
            if (_link[y] < _link[x]) (x, y) = (y, x);
            _link[x] += _link[y];
            _link[y] = x;
            return true;
        }

        private int Root(int x)
        {
            if (_stamp[x] != _epoch)
            {
                _stamp[x] = _epoch;
                _link[x] = -1;
                return x;
            }
            while (_link[x] >= 0)
            {
                int up = _link[x];
                if (_link[up] >= 0) _link[x] = _link[up];
                x = up;
            }
            return x;
        }
    }
}
