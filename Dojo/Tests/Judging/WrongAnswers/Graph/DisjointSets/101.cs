// Same must throw ArgumentOutOfRangeException for a number outside 0..n-1: if both are the same one, as in Of(5).Same(9, 9) or Same(-1, -1), it returns true instead.
using System;

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

    public int Count { get; private set; }

    public static DisjointSets Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new DisjointSets(n);
    }

    public int Find(int x)
    {
        if (x < 0 || x >= _parent.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(x));
        }

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
        Count--;
        return true;
    }

    public bool Same(int x, int y) => x == y || Find(x) == Find(y);

    public int SizeOf(int x) => _size[Find(x)];

    public int[][] Groups()
    {
        var groups = new int[Count][];
        var number = new int[_parent.Length];   // of a root's group, from 1
        var filled = new int[Count];
        int groupsSeen = 0;
        for (int x = 0; x < _parent.Length; x++)
        {
            int root = Find(x);
            if (number[root] == 0)
            {
                groups[groupsSeen] = new int[_size[root]];
                number[root] = ++groupsSeen;
            }

            int group = number[root] - 1;
            groups[group][filled[group]++] = x;
        }

        return groups;
    }
}
