// the queue is kept per thread and used again by every call, so a list that computes its numbers by calling Smallest itself ("so is what computes its numbers when they are asked for") destroys the queue of the outer call and the pairs are wrong; input: first = a list whose indexer i returns (int)Smallest(a, b, i + 1)[i].Sum (sums of three lists), second = [0, 10, 20], k = 5
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    // one per thread, so that calls need no new queue and threads do not disturb one another
    [ThreadStatic]
    private static PriorityQueue<(int I, int J), long>? t_queue;

    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0 || first.Count == 0 || second.Count == 0)
            return [];
        var result = new List<(int I, int J, long Sum)>();
        var queue = t_queue ??= new PriorityQueue<(int I, int J), long>();
        queue.Clear();
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
