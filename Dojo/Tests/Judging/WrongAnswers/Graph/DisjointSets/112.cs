// the member that stands for a set stays the same until the set is joined to another; Groups makes the smallest member stand for each set: Of(3), Union(1, 2), Union(2, 0): Find(0) gives 1 before Groups() and 0 after it.
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
        _count = n;
        for (int x = 0; x < n; x++)
        {
            _parent[x] = x;
            _size[x] = 1;
        }
    }

    public int Count => _count;

    public static DisjointSets Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new DisjointSets(n);
    }

    public int Find(int x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, _parent.Length);
        while (_parent[x] != x)
        {
            _parent[x] = _parent[_parent[x]];
            x = _parent[x];
        }

        return x;
    }

    public bool Union(int x, int y)
    {
        int a = Find(x);
        int b = Find(y);
        if (a == b)
        {
            return false;
        }

        if (_size[a] < _size[b])
        {
            (a, b) = (b, a);
        }

        _parent[b] = a;
        _size[a] += _size[b];
        _count--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => _size[Find(x)];

    public int[][] Groups()
    {
        int n = _parent.Length;
        var root = new int[n];
        var smallest = new int[n];
        Array.Fill(smallest, -1);
        for (int x = 0; x < n; x++)
        {
            root[x] = Find(x);
            if (smallest[root[x]] < 0)
            {
                smallest[root[x]] = x;
            }
        }

        // All is known by now, so the trees are made flat on the way.
        var groups = new int[_count][];
        var number = new int[n];
        var filled = new int[_count];
        int met = 0;
        for (int x = 0; x < n; x++)
        {
            int first = smallest[root[x]];
            if (first == x)
            {
                _size[x] = _size[root[x]];
                number[x] = met;
                groups[met++] = new int[_size[x]];
            }

            _parent[x] = first;
            int group = number[first];
            groups[group][filled[group]++] = x;
        }

        return groups;
    }
}
