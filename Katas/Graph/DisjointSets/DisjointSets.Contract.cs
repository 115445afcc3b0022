using System;

namespace Etudes.Graph;

/// <summary>The numbers 0..n-1 in sets that can be joined but never split; at first each
/// is alone.</summary>
public interface IDisjointSets<TSelf> where TSelf : IDisjointSets<TSelf>
{
    /// <summary>n sets of one number each. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    static abstract TSelf Of(int n);

    /// <summary>The member that stands for the set of x: the same for all its members, until the
    /// set is joined to another. O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is outside 0..n-1.</exception>
    int Find(int x);

    /// <summary>Joins the sets of x and y; false when they were one set already, as when x = y.
    /// O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x or y is outside 0..n-1; nothing
    /// is joined.</exception>
    bool Union(int x, int y);

    /// <summary>Whether x and y are in one set. O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x or y is outside 0..n-1.</exception>
    bool Same(int x, int y);

    /// <summary>How many numbers are in the set of x. O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is outside 0..n-1.</exception>
    int SizeOf(int x);

    /// <summary>How many sets there are. O(1).</summary>
    int Count { get; }

    /// <summary>All sets, each in ascending order, the sets in the order of their smallest
    /// members. O(n α(n)).</summary>
    int[][] Groups();
}
