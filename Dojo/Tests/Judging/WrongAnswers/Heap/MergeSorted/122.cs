// a stream goes on while its item is not above the next head, even if that head is equal and of an earlier stream ("equal ones in the order of their streams"): streams [[5], [1, 5]] hand out 1, the second stream's 5, then the first stream's 5
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var open = new List<IEnumerator<T>>(streams.Count);
        try
        {
            var heads = new PriorityQueue<int, (T Item, int Stream)>(streams.Count,
                Comparer<(T Item, int Stream)>.Create((a, b) =>
                {
                    int byItem = order.Compare(a.Item, b.Item);
                    return byItem != 0 ? byItem : a.Stream.CompareTo(b.Stream);
                }));
            for (int i = 0; i < streams.Count; i++)
            {
                open.Add(streams[i].GetEnumerator());
                if (open[i].MoveNext()) heads.Enqueue(i, (open[i].Current, i));
            }

            while (heads.TryDequeue(out int stream, out var head))
            {
                yield return head.Item;

                // Runs are common: as long as this stream has the next item, the heap can wait.
                var source = open[stream];
                while (source.MoveNext())
                {
                    T item = source.Current;
                    if (heads.TryPeek(out _, out var next) && order.Compare(item, next.Item) > 0)
                    {
                        heads.Enqueue(stream, (item, stream));
                        break;
                    }
                    yield return item;
                }
            }
        }
        finally
        {
            foreach (var source in open) source.Dispose();
        }
    }
}
