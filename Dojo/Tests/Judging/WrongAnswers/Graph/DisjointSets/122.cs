// union by size compares the sizes noted at x and y instead of at their roots, so a tall tree is hung below a single number, and Find is linear where O(α(n)) is promised: Union(i, 0) for i = 1..299999 builds a path and climbs it each time
using System;
using System.Collections.Generic;

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

    // Union by size keeps the trees low, so climbing is enough.
    public int Find(int x)
    {
        if ((uint)x >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(x));
        while (_parent[x] != x) x = _parent[x];
        return x;
    }

    public bool Union(int x, int y)
    {
        int a = Find(x), b = Find(y);
        if (a == b) return false;
        if (_size[x] < _size[y]) (a, b) = (b, a);
        _parent[b] = a;
        _size[a] += _size[b];
        Count--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => _size[Find(x)];

    public int[][] Groups()
    {
        var place = new Dictionary<int, int>(Count);
        var groups = new int[Count][];
        var filled = new int[Count];
        for (int i = 0; i < _parent.Length; i++)
        {
            int root = Find(i);
            if (!place.TryGetValue(root, out int g))
            {
                g = place.Count;
                place.Add(root, g);
                groups[g] = new int[_size[root]];
            }
            groups[g][filled[g]++] = i;
        }
        return groups;
    }
}
