using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>The smallest sums of two sorted lists, one number from each.</summary>
public interface ISortedPairs
{
    /// <summary>
    /// The <paramref name="k"/> pairs of places with the smallest sums, in ascending order of their
    /// sums; all pairs, if there are fewer. Of pairs with equal sums any may be given, in any
    /// order. O(k log k), however long the lists are; O(k) numbers are held.
    /// </summary>
    /// <param name="first">In ascending order, equal numbers side by side; it may be empty, and is
    /// left unchanged.</param>
    /// <param name="second">The same.</param>
    /// <param name="k">How many; 0 gives an empty array. Room for k is not made before there are
    /// k pairs.</param>
    /// <returns>The place of a number in the first list, the place of one in the second, and their
    /// sum. No pair of places comes twice.</returns>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    static abstract (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k);
}
