using System;
using System.Numerics;

namespace Etudes.Graph;

/// <summary>Union-find over numbers with an unknown value each: every union tells by how much two
/// of them differ, and the sets know what follows. Each number keeps its difference to its parent.</summary>
/// <typeparam name="T">The differences: long, say, or a type of your own for remainders by a
/// prime.</typeparam>
/// <remarks>
/// Time: O(α(n)) amortised, to make O(n). Space: n numbers and n differences.
/// Source: <see href="https://doi.org/10.1145/321879.321884">Tarjan, Efficiency of a good but not
/// linear set union algorithm, 1975</see>; <see href="https://doi.org/10.1145/322154.322161">Tarjan,
/// Applications of path compression on balanced trees, 1979</see>, for values along the paths.
/// </remarks>
public sealed class DisjointSetsWithPotentials<T>
    where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IEqualityOperators<T, T, bool>, IAdditiveIdentity<T, T>
{
    private readonly int[] _link; // a root: minus the size of its set; any other: its parent
    private readonly T[] _above; // of a number that is no root: its value less that of its parent

    /// <summary>n sets of one number each, 0..n-1. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public DisjointSetsWithPotentials(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        (_link, _above) = (new int[n], new T[n]);
        Array.Fill(_link, -1);
        Count = n;
    }

    /// <summary>How many sets there are. O(1).</summary>
    public int Count { get; private set; }

    /// <summary>The member that stands for the set of x. O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is outside 0..n-1.</exception>
    /// <exception cref="OverflowException">Two values of the set differ by more than T can tell.</exception>
    public int Find(int x) => Root(x).Root;

    /// <summary>Whether the difference of x and y is known. O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x or y is outside 0..n-1.</exception>
    /// <exception cref="OverflowException">Two values of a set differ by more than T can tell.</exception>
    public bool Same(int x, int y) => Find(x) == Find(y);

    /// <summary>How many numbers are in the set of x. O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is outside 0..n-1.</exception>
    /// <exception cref="OverflowException">Two values of the set differ by more than T can tell.</exception>
    public int SizeOf(int x) => -_link[Find(x)];

    /// <summary>Tells that the value of x is that of y plus the difference, and joins their sets.
    /// False where that contradicts what is known: then nothing changes. O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x or y is outside 0..n-1.</exception>
    /// <exception cref="OverflowException">Two values of a set differ by more than T can tell.</exception>
    public bool Union(int x, int y, T difference)
    {
        var (large, aboveLarge) = Root(x);
        var (small, aboveSmall) = Root(y);
        if (large == small) return checked(aboveLarge - aboveSmall) == difference;
        // x = large + aboveLarge, y = small + aboveSmall, x = y + difference
        T above = checked(aboveLarge - aboveSmall - difference); // of small
        if (_link[large] > _link[small]) (large, small, above) = (small, large, checked(T.AdditiveIdentity - above));
        _link[large] += _link[small];
        _link[small] = large;
        _above[small] = above;
        Count--;
        return true;
    }

    /// <summary>The value of x less that of y, if it is known. O(α(n)) amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x or y is outside 0..n-1.</exception>
    /// <exception cref="OverflowException">Two values of a set differ by more than T can tell.</exception>
    public bool TryDifference(int x, int y, out T difference)
    {
        var (rootOfX, aboveX) = Root(x);
        var (rootOfY, aboveY) = Root(y);
        bool known = rootOfX == rootOfY;
        difference = known ? checked(aboveX - aboveY) : T.AdditiveIdentity;
        return known;
    }

    /// <summary>The root, and the value of x less that of the root.</summary>
    private (int Root, T Above) Root(int x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, _link.Length);
        T sum = T.AdditiveIdentity;
        for (int parent; (parent = _link[x]) >= 0; x = _link[x])
        {
            if (_link[parent] >= 0) // then x passes over its parent
            {
                _above[x] = checked(_above[x] + _above[parent]);
                _link[x] = _link[parent];
            }
            sum = checked(sum + _above[x]);
        }
        return (x, sum);
    }
}
