namespace Etudes.Engine;

/// <summary>
/// An order of 0..n-1 that is made up while it is asked, so that whatever a quicksort takes for its pivot turns out to be among the
/// smallest: about n² / 4 comparisons. A sort that is O(n log n) in the worst case is not hurt by it.
/// </summary>
/// <remarks>Source: M. D. McIlroy, A Killer Adversary for Quicksort, Software: Practice and Experience 29(4), 1999.</remarks>
public sealed class KillerOrder : IComparer<int>
{
    private readonly int[] _ranks;
    private int _settled, _candidate;

    public KillerOrder(int items)
    {
        _ranks = new int[items];
        Array.Fill(_ranks, items);
    }

    /// <summary>How often it was asked.</summary>
    public long Count { get; private set; }

    public int Compare(int x, int y)
    {
        Count++;
        if (x == y) return 0;
        if (IsOpen(x) && IsOpen(y)) _ranks[x == _candidate ? x : y] = _settled++;
        if (IsOpen(x)) _candidate = x;
        else if (IsOpen(y)) _candidate = y;
        return _ranks[x].CompareTo(_ranks[y]);
    }

    /// <summary>Its rank has not been made up yet: it is above all that are settled.</summary>
    private bool IsOpen(int item) => _ranks[item] == _ranks.Length;
}
