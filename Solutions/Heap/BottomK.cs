using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

/// <summary>The k smallest of a stream: the k largest complements. ~x = -x - 1 turns the order of
/// all ints round and cannot overflow.</summary>
/// <remarks>
/// Time: O(n log k). Space: at most k numbers. Needs: TopK.
/// Source: <see href="https://leetcode.com/problems/kth-largest-element-in-a-stream/">LeetCode
/// 703</see>, turned round.
/// </remarks>
public abstract partial class BottomK
{
    /// <inheritdoc/>
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        int[] numbers = TopK.Largest(stream.Select(x => ~x), k);
        // Complements that descend belong to numbers that ascend.
        for (int i = 0; i < numbers.Length; i++) numbers[i] = ~numbers[i];
        return numbers;
    }

    /// <summary>The <paramref name="k"/> first items under any order, in that order; any of the
    /// items that tie. O(n log k) comparisons.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">k is negative.</exception>
    public static T[] Smallest<T>(IEnumerable<T> stream, int k, IComparer<T> order) =>
        TopK.Largest(stream, k, Comparer<T>.Create((x, y) => order.Compare(y, x)));
}
