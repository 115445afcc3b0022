using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>Merges k sorted streams lazily: a min-heap holds the head of each stream that is not at
/// its end.</summary>
/// <remarks>
/// Time: O(log k) per item. Space: O(k).
/// Source: Knuth, The Art of Computer Programming 3, section 5.4.1;
/// <see href="https://leetcode.com/problems/merge-k-sorted-lists/">LeetCode 23</see>.
/// </remarks>
public abstract partial class MergeSorted
{
    /// <inheritdoc/>
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        // A tie between heads is settled by the numbers of their streams: the heap itself is
        // not stable.
        var heads = new PriorityQueue<int, (T Head, int Stream)>(streams.Count, Comparer<(T Head, int Stream)>.Create((a, b) =>
            order.Compare(a.Head, b.Head) is not 0 and var byHead ? byHead : a.Stream.CompareTo(b.Stream)));
        var open = new IEnumerator<T>?[streams.Count];
        try
        {
            for (int stream = 0; stream < open.Length; stream++)
            {
                var items = open[stream] = streams[stream].GetEnumerator();
                if (items.MoveNext()) heads.Enqueue(stream, (items.Current, stream));
            }
            while (heads.TryPeek(out int stream, out var first))
            {
                yield return first.Head;
                var items = open[stream]!;
                if (items.MoveNext()) heads.DequeueEnqueue(stream, (items.Current, stream));
                else heads.Dequeue();
            }
        }
        finally // also when the consumer stops early
        {
            foreach (var items in open) items?.Dispose();
        }
    }
}
