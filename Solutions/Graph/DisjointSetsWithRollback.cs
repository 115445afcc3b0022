using System;

namespace Etudes.Graph;

/// <summary>Union-find whose last unions can be undone: union by size keeps every tree low, and no
/// path is shortened, so that a union changes two numbers.</summary>
/// <remarks>
/// Time: O(log n), to make O(n), to undo O(1) per union. Space: 3n numbers.
/// Source: <see href="https://doi.org/10.1137/0218001">Westbrook, Tarjan, Amortized analysis of
/// algorithms for set union with backtracking, 1989</see>.
/// </remarks>
public sealed class DisjointSetsWithRollback
{
    private readonly int[] _link; // a root: minus the size of its set; any other: its parent
    private readonly (int Root, int Link)[] _joined; // what each union has put below another, as it was; there are n - Count

    /// <summary>n sets of one number each, 0..n-1. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public DisjointSetsWithRollback(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        (_link, _joined) = (new int[n], new (int, int)[n]);
        Array.Fill(_link, -1);
        Count = n;
    }

    /// <summary>How many sets there are: one less after each union that joined two. O(1).</summary>
    public int Count { get; private set; }

    /// <summary>The member that stands for the set of x. O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is outside 0..n-1.</exception>
    public int Find(int x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, _link.Length);
        while (_link[x] >= 0) x = _link[x];
        return x;
    }

    /// <summary>Joins the sets of x and y; false when they were one set already. O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">x or y is outside 0..n-1; nothing
    /// is joined.</exception>
    public bool Union(int x, int y)
    {
        int large = Find(x), small = Find(y);
        if (large == small) return false;
        if (_link[large] > _link[small]) (large, small) = (small, large);
        _joined[_link.Length - Count] = (small, _link[small]);
        _link[large] += _link[small];
        _link[small] = large;
        Count--;
        return true;
    }

    /// <summary>Undoes the last unions that joined two sets, until there are so many sets again as
    /// <see cref="Count"/> has told before. O(1) for each of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more sets now, or never were
    /// so many.</exception>
    public void Rollback(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _link.Length);
        for (; Count < count; Count++)
        {
            var (small, link) = _joined[_link.Length - Count - 1];
            _link[_link[small]] -= link;
            _link[small] = link;
        }
    }

    /// <summary>Whether x and y are in one set. O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">x or y is outside 0..n-1.</exception>
    public bool Same(int x, int y) => Find(x) == Find(y);

    /// <summary>How many numbers are in the set of x. O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is outside 0..n-1.</exception>
    public int SizeOf(int x) => -_link[Find(x)];
}
