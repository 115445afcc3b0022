// the streams are opened before the try, so when GetEnumerator of a later stream throws, the ones already open are never disposed ("Each enumeration opens each stream once, and closes it"): streams [[1, 2] that notes Dispose, one whose GetEnumerator throws]
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var open = new IEnumerator<T>[streams.Count];
        for (int i = 0; i < open.Length; i++) open[i] = streams[i].GetEnumerator();

        try
        {
            var heads = new PriorityQueue<int, (T Item, int Stream)>(open.Length,
                Comparer<(T Item, int Stream)>.Create((a, b) =>
                {
                    int byItem = order.Compare(a.Item, b.Item);
                    return byItem != 0 ? byItem : a.Stream.CompareTo(b.Stream);
                }));
            for (int i = 0; i < open.Length; i++)
            {
                if (open[i].MoveNext()) heads.Enqueue(i, (open[i].Current, i));
            }

            while (heads.TryDequeue(out int stream, out var head))
            {
                yield return head.Item;
                if (open[stream].MoveNext()) heads.Enqueue(stream, (open[stream].Current, stream));
            }
        }
        finally
        {
            CloseAll(open, 0);
        }
    }

    private static void CloseAll<T>(IEnumerator<T>[] open, int from)
    {
        int i = from;
        try
        {
            while (i < open.Length) open[i++].Dispose();
        }
        finally
        {
            if (i < open.Length) CloseAll(open, i);
        }
    }
}
