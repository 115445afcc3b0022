using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>The largest of a stream that may be too long to keep.</summary>
public interface ITopK
{
    /// <summary>
    /// The <paramref name="k"/> largest numbers in descending order, equal ones as often as they
    /// come; all of them, if the stream holds fewer. The stream is read once and never kept: a few
    /// times k numbers are held at most. O(n log k).
    /// </summary>
    /// <param name="stream">In any form; an array or a list is left unchanged.</param>
    /// <param name="k">How many; 0 gives an empty array. Room for k is not made before there are
    /// k numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    static abstract int[] Largest(IEnumerable<int> stream, int k);
}

/// <summary>The same under any order.</summary>
public interface ITopKByOrder
{
    /// <summary><see cref="ITopK.Largest"/> by the sign of what <paramref name="order"/> returns;
    /// any of the items that tie. O(n log k) comparisons. The stream is not kept here
    /// either.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    static abstract T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order);
}
