// Breaks: "The member that stands for the set of x: the same for all its members, until the set is joined to another."
// How: Of(3), Union(2, 1): Find(1) is 2. Groups(), which flattens the trees below their smallest members. Find(1) is now 1, with no union between.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    private readonly int[] _link; // a root holds minus its size

    private DisjointSets(int n)
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
        Check(x);
        return Root(x);
    }

    public bool Union(int x, int y)
    {
        Check(x);
        Check(y);
        int a = Root(x), b = Root(y);
        if (a == b) return false;
        if (_link[b] < _link[a]) (a, b) = (b, a);
        _link[a] += _link[b];
        _link[b] = a;
        Count--;
        return true;
    }

    public bool Same(int x, int y)
    {
        Check(x);
        Check(y);
        return Root(x) == Root(y);
    }

    public int SizeOf(int x)
    {
        Check(x);
        return -_link[Root(x)];
    }

    public int[][] Groups()
    {
        int n = _link.Length;
        var root = new int[n];
        for (int x = 0; x < n; x++) root[x] = Root(x);
        var slot = new int[n];
        Array.Fill(slot, -1);
        var groups = new List<int[]>(Count);
        var filled = new List<int>(Count);
        for (int x = 0; x < n; x++)
        {
            int r = root[x];
            if (slot[r] < 0)
            {
                slot[r] = groups.Count;
                groups.Add(new int[-_link[r]]);
                filled.Add(0);
            }
            int s = slot[r];
            groups[s][filled[s]++] = x;
        }
        // All is known now: hang every member directly below the first of its group.
        foreach (int[] group in groups)
        {
            int top = group[0];
            for (int i = 1; i < group.Length; i++) _link[group[i]] = top;
            _link[top] = -group.Length;
        }
        return groups.ToArray();
    }

    private int Root(int x)
    {
        while (_link[x] >= 0)
        {
            int up = _link[x];
            if (_link[up] >= 0) _link[x] = _link[up];
            x = up;
        }
        return x;
    }

    private void Check(int x)
    {
        if ((uint)x >= (uint)_link.Length) throw new ArgumentOutOfRangeException(nameof(x));
    }
}
