// Groups is promised in O(n α(n)): for every set all later numbers are looked through, so with many sets (n singletons) it costs O(n^2).
namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    private readonly int[] _parent;
    private readonly int[] _size;

    private DisjointSets(int n)
    {
        _parent = new int[n];
        _size = new int[n];
        for (int i = 0; i < n; i++)
        {
            _parent[i] = i;
            _size[i] = 1;
        }
        Count = n;
    }

    public static DisjointSets Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new DisjointSets(n);
    }

    public int Count { get; private set; }

    public int Find(int x)
    {
        if ((uint)x >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(x));
        while (_parent[x] != x)
        {
            _parent[x] = _parent[_parent[x]];
            x = _parent[x];
        }
        return x;
    }

    public bool Union(int x, int y)
    {
        int a = Find(x), b = Find(y);
        if (a == b) return false;
        if (_size[a] < _size[b]) (a, b) = (b, a);
        _parent[b] = a;
        _size[a] += _size[b];
        Count--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => _size[Find(x)];

    public int[][] Groups()
    {
        var groups = new List<int[]>(Count);
        var done = new bool[_parent.Length];
        for (int first = 0; first < _parent.Length; first++)
        {
            int root = Find(first);
            if (done[root]) continue;
            done[root] = true;
            var group = new List<int>(_size[root]);
            for (int x = first; x < _parent.Length; x++)
                if (Find(x) == root) group.Add(x);
            groups.Add(group.ToArray());
        }
        return groups.ToArray();
    }
}
