// Breaks: "The member that stands for the set of x: the same for all its members, until the set is joined to another."
// How: Union(1, 2), Union(2, 0): 1 stands for the set. Groups() flattens the trees while it is there and hangs each set below its smallest
// member, so afterwards Find gives 0, though nothing was joined in between.
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
        // All roots are known now: leave the trees flat, each below its smallest member.
        foreach (int[] group in groups)
        {
            foreach (int x in group) _link[x] = group[0];
            _link[group[0]] = -group.Length;
        }
        return groups;
    }
}
