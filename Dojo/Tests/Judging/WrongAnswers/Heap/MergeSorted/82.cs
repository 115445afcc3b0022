// Breaks: "from a stream of which i items have been handed out, at most i + 1 are ever read"
// How: the successor is fetched before the item itself is handed out: when a stream is asked for its second item, none of its items has
// been handed out yet. A stream that looks at what the consumer has got (or that throws at its second item) sees it; the order is right.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var open = new List<IEnumerator<T>>();
        try
        {
            var heads = new PriorityQueue<int, int>(Comparer<int>.Create((x, y) =>
            {
                int sign = order.Compare(open[x].Current, open[y].Current);
                return sign != 0 ? sign : x.CompareTo(y);
            }));
            for (int i = 0; i < streams.Count; i++)
            {
                var stream = streams[i].GetEnumerator();
                open.Add(stream);
                if (stream.MoveNext()) heads.Enqueue(i, i);
            }
            while (heads.TryDequeue(out int first, out _))
            {
                T item = open[first].Current;
                if (open[first].MoveNext()) heads.Enqueue(first, first);
                yield return item;
            }
        }
        finally
        {
            foreach (var stream in open) stream.Dispose();
        }
    }
}
