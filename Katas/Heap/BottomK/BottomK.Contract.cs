using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>The smallest of a stream that may be too long to keep.</summary>
public interface IBottomK
{
    /// <summary>
    /// The <paramref name="k"/> smallest numbers in ascending order, equal ones as often as they
    /// come; all of them, if the stream holds fewer. The stream is read once and never kept: a few
    /// times k numbers are held at most. O(n log k).
    /// </summary>
    /// <param name="stream">In any form; an array or a list is left unchanged.</param>
    /// <param name="k">How many; 0 gives an empty array. Room for k is not made before there are
    /// k numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    static abstract int[] Smallest(IEnumerable<int> stream, int k);
}
