// Breaks: "x or y is outside 0..n-1; nothing is joined." (ArgumentOutOfRangeException, of Union)
// How: Of(5).Union(9, 9): "x = y is one set already" is answered with false before 9 is checked. Union(9, 1), Same(9, 9) and so on throw.
using System;

namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    readonly int[] _link;   // the parent; a root holds minus the size of its set

    DisjointSets(int n)
    {
        _link = new int[n];
        Array.Fill(_link, -1);
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
        if ((uint)x >= (uint)_link.Length) throw new ArgumentOutOfRangeException(nameof(x));
        while (_link[x] >= 0)
        {
            int parent = _link[x];
            if (_link[parent] >= 0) _link[x] = _link[parent];
            x = _link[x];
        }
        return x;
    }

    public bool Union(int x, int y)
    {
        if (x == y) return false;
        x = Find(x);
        y = Find(y);
        if (x == y) return false;
        if (_link[x] > _link[y]) (x, y) = (y, x);
        _link[x] += _link[y];
        _link[y] = x;
        Count--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => -_link[Find(x)];

    public int[][] Groups()
    {
        int n = _link.Length, sets = 0;
        int[] number = new int[n], at = new int[n];
        var groups = new int[Count][];
        // The numbers come in ascending order, so the first of a set that is met is its smallest.
        for (int x = 0; x < n; x++)
        {
            int root = Find(x);
            if (number[root] == 0)
            {
                number[root] = ++sets;
                groups[sets - 1] = new int[-_link[root]];
            }
            int set = number[root] - 1;
            groups[set][at[set]++] = x;
        }
        return groups;
    }
}
