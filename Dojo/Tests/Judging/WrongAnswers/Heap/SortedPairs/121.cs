// gathers all pairs with (i + 1)(j + 1) <= k, about k ln k of them, and sorts them: "O(k) numbers are held" and "O(k log k)" are broken; input: two lists of 200000 numbers and k = 200000 hold 2.4 million pairs
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        int rows = Math.Min(first.Count, k), columns = second.Count;
        if (columns == 0)
            return [];
        // (i, j) has (i + 1)(j + 1) - 1 pairs before it, none with a greater sum: if these are k
        // or more, it is not needed
        var candidates = new List<(int I, int J, long Sum)>();
        for (int i = 0; i < rows; i++)
        {
            int end = Math.Min(columns, k / (i + 1));
            for (int j = 0; j < end; j++)
                candidates.Add((i, j, (long)first[i] + second[j]));
        }
        candidates.Sort((a, b) => a.Sum.CompareTo(b.Sum));
        if (candidates.Count > k)
            candidates.RemoveRange(k, candidates.Count - k);
        return [.. candidates];
    }
}
