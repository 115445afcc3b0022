// Groups() keeps its arrays until the next union and hands out the same ones again, so a caller that writes into them spoils the next answer ("All sets, each in ascending order"): g = Groups(); g[0][0] = 9; Groups()[0][0] is 9, not 0
using System;

namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    private readonly int[] _parent;
    private readonly int[] _size;
    private int[][]? _groups;

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
        _groups = null;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => _size[Find(x)];

    public int[][] Groups()
    {
        if (_groups is not null) return _groups;

        var groups = new int[Count][];
        var place = new int[_parent.Length];
        var filled = new int[Count];
        int used = 0;
        Array.Fill(place, -1);
        for (int i = 0; i < _parent.Length; i++)
        {
            int root = Find(i);
            int g = place[root];
            if (g < 0)
            {
                g = place[root] = used++;
                groups[g] = new int[_size[root]];
            }
            groups[g][filled[g]++] = i;
        }
        return _groups = groups;
    }
}
