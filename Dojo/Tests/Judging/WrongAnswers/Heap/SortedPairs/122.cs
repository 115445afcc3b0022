// empty lists are answered before k is looked at: "A negative k throws ArgumentOutOfRangeException" is broken where a list is empty; input: Smallest([], [1], -1) returns [] instead of throwing
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        if (first.Count == 0 || second.Count == 0)
            return [];      // nothing to pair
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0)
            return [];
        var result = new List<(int I, int J, long Sum)>();
        var queue = new PriorityQueue<(int I, int J), long>();
        queue.Enqueue((0, 0), (long)first[0] + second[0]);
        while (result.Count < k && queue.TryDequeue(out var pair, out long sum))
        {
            var (i, j) = pair;
            result.Add((i, j, sum));
            if (j + 1 < second.Count)
                queue.Enqueue((i, j + 1), (long)first[i] + second[j + 1]);
            if (j == 0 && i + 1 < first.Count)
                queue.Enqueue((i + 1, 0), (long)first[i + 1] + second[0]);
        }
        return [.. result];
    }
}
