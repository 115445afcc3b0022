using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>The most frequent values of a stream that may be too long to keep.</summary>
public interface ITopFrequent
{
    /// <summary>
    /// The <paramref name="k"/> values that come most often, each once, in descending order of
    /// their counts; all of them, if there are fewer. Of equal counts the smaller value comes
    /// first. The stream is read once and never kept: a few times d numbers are held at most, where
    /// d values are different. O(n + d log k) for n numbers.
    /// </summary>
    /// <param name="stream">In any form; an array or a list is left unchanged.</param>
    /// <param name="k">How many; 0 gives an empty array. Room for k is not made before there are
    /// k values.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is negative; the stream is not
    /// opened.</exception>
    static abstract int[] Most(IEnumerable<int> stream, int k);
}

/// <summary>The same of any values under any order.</summary>
public interface ITopFrequentByOrder
{
    /// <summary><see cref="ITopFrequent.Most"/> of values that are the same when they are equal; of
    /// equal counts the value that <paramref name="order"/> puts first, by the sign of what it
    /// returns; any of those that tie there too. O(n + d log k), with O(d log k) comparisons by the
    /// order. The stream is not kept here either.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is negative; the stream is not
    /// opened.</exception>
    static abstract T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull;
}
