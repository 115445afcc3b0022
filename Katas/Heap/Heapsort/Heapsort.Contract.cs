using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>Sorting an array in place.</summary>
public interface IHeapsort
{
    /// <summary>
    /// Puts the items into ascending order, in place; items that tie may come in any order.
    /// O(n log n) comparisons whatever the input, O(1) space beside the array. Only the sign of
    /// what <paramref name="order"/> returns counts.
    /// </summary>
    static abstract void Sort<T>(T[] items, IComparer<T> order);
}
