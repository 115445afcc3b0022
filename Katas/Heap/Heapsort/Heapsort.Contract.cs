using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>Sorting an array in its own room.</summary>
public interface IHeapsort
{
    /// <summary>
    /// Puts the items into ascending order, in place; of items that tie, any comes first. O(n log n) comparisons whatever the
    /// input, O(1) space beside the array. Of what <paramref name="order"/> returns only the sign counts.
    /// </summary>
    static abstract void Sort<T>(T[] items, IComparer<T> order);
}
