using System;

namespace Etudes.Graph;

/// <summary>Union-find: each set a tree of parents, its root standing for it; union by size, path
/// halving, one array.</summary>
/// <remarks>
/// Time: O(α(n)) amortised, at most 4 for any n that fits into memory; Groups O(n α(n)).
/// Space: n numbers.
/// Source: <see href="https://doi.org/10.1145/62.2160">Tarjan, van Leeuwen, Worst-case analysis of
/// set union algorithms, 1984</see>.
/// </remarks>
public sealed partial class DisjointSets
{
    private readonly int[] _link; // a root: minus the size of its set; any other: its parent

    /// <summary>n sets of one number each, 0..n-1. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public DisjointSets(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        _link = new int[n];
        Array.Fill(_link, -1);
        Count = n;
    }

    /// <inheritdoc/>
    public static DisjointSets Of(int n) => new(n);

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public int Find(int x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, _link.Length);
        int[] link = _link;
        for (int parent = link[x]; parent >= 0; parent = link[x])
        {
            int grandparent = link[parent];
            if (grandparent < 0) return parent;
            x = link[x] = grandparent; // half of the way is passed over, next time a half of the rest
        }
        return x;
    }

    /// <inheritdoc/>
    public bool Union(int x, int y)
    {
        int large = Find(x), small = Find(y);
        if (large == small) return false;
        if (_link[large] > _link[small]) (large, small) = (small, large);
        _link[large] += _link[small];
        _link[small] = large;
        Count--;
        return true;
    }

    /// <inheritdoc/>
    public bool Same(int x, int y) => Find(x) == Find(y);

    /// <inheritdoc/>
    public int SizeOf(int x) => -_link[Find(x)];

    /// <inheritdoc/>
    public int[][] Groups()
    {
        var groups = new int[Count][];
        var place = new int[_link.Length]; // of a root: one more than the place of its group
        var filled = new int[Count];
        for (int x = 0, met = 0; x < place.Length; x++)
        {
            int root = Find(x);
            if (place[root] == 0)
            {
                groups[met] = new int[SizeOf(root)];
                place[root] = ++met;
            }
            int group = place[root] - 1;
            groups[group][filled[group]++] = x;
        }
        return groups;
    }
}
