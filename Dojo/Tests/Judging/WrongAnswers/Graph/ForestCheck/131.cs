// "an index outside the edges throws, even where the result is certain without it": IsSpanningForest returns false at the first cycle and does not look at the indices after it.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        var sets = Join(vertices, edges);
        return edges.Length == vertices - sets.Count;
    }

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        var sets = Join(vertices, edges);
        return sets.Count == 1 && edges.Length == vertices - 1;
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int components = Join(vertices, edges).Count;
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
        var sets = Join(vertices, edges);
        if (edges.Length != vertices - sets.Count) throw new ArgumentException("The edges make a cycle.", nameof(edges));
        return sets.Count;
    }

    private static Sets Join(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var sets = new Sets(vertices);
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            sets.Union(u, v);
        }
        return sets;
    }

    private sealed class Sets
    {
        private readonly int[] _parent, _size;

        public Sets(int n)
        {
            _parent = new int[n];
            _size = new int[n];
            for (int i = 0; i < n; i++) (_parent[i], _size[i]) = (i, 1);
            Count = n;
        }

        public int Count { get; private set; }

        private int Find(int x)
        {
            while (_parent[x] != x) x = _parent[x] = _parent[_parent[x]];
            return x;
        }

        public bool Union(int x, int y)
        {
            (x, y) = (Find(x), Find(y));
            if (x == y) return false;
            if (_size[x] < _size[y]) (x, y) = (y, x);
            _parent[y] = x;
            _size[x] += _size[y];
            Count--;
            return true;
        }
    }
}
