// Breaks: "`Of` in O(n), `Count` in O(1), `Groups` in O(n α(n))."
// How: n = 300 000, unions of i and i + n/2 for i < n/2. Each pair is collected by a scan from its smaller member until all members
// are found, which is n/2 steps: 2.2e10 in all. Singletons, one big set, runs of neighbours and dense random unions stay linear.
using System;

namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    private readonly int[] _parent;
    private readonly int[] _size;
    private int _count;

    private DisjointSets(int n)
    {
        _parent = new int[n];
        _size = new int[n];
        for (int i = 0; i < n; i++)
        {
            _parent[i] = i;
            _size[i] = 1;
        }
        _count = n;
    }

    public static DisjointSets Of(int n) =>
        n < 0 ? throw new ArgumentOutOfRangeException(nameof(n)) : new DisjointSets(n);

    public int Count => _count;

    public int Find(int x)
    {
        if (x < 0 || x >= _parent.Length) throw new ArgumentOutOfRangeException(nameof(x));
        while (_parent[x] != x) x = _parent[x] = _parent[_parent[x]];
        return x;
    }

    public bool Union(int x, int y)
    {
        int a = Find(x), b = Find(y);
        if (a == b) return false;
        if (_size[a] < _size[b]) (a, b) = (b, a);
        _parent[b] = a;
        _size[a] += _size[b];
        _count--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => _size[Find(x)];

    public int[][] Groups()
    {
        var groups = new int[_count][];
        var listed = new bool[_parent.Length]; // by root
        int g = 0;
        for (int first = 0; g < _count; first++)
        {
            int root = Find(first);
            if (listed[root]) continue;
            listed[root] = true;
            var group = new int[_size[root]];
            int found = 0;
            // The size is known, so the scan ends with the last member.
            for (int x = first; found < group.Length; x++)
                if (Find(x) == root) group[found++] = x;
            groups[g++] = group;
        }
        return groups;
    }
}
