// Breaks: "Each enumeration opens each stream once, and closes it (Dispose), also when the consumer stops early."
// How: the second stream throws at its very first MoveNext (a file that cannot be read): the heads are gathered before the try, so the
// first stream, which is open already, is never disposed.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    sealed class Order<T>(IComparer<T> order) : IComparer<(T Head, int Stream)>
    {
        public int Compare((T Head, int Stream) x, (T Head, int Stream) y)
        {
            int sign = order.Compare(x.Head, y.Head);
            return sign != 0 ? sign : x.Stream.CompareTo(y.Stream);
        }
    }

    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var open = new List<IEnumerator<T>>(streams.Count);
        var heads = new PriorityQueue<int, (T Head, int Stream)>(new Order<T>(order));
        for (int i = 0; i < streams.Count; i++)
        {
            open.Add(streams[i].GetEnumerator());
            if (open[i].MoveNext()) heads.Enqueue(i, (open[i].Current, i));
        }
        try
        {
            while (heads.TryDequeue(out int i, out var top))
            {
                yield return top.Head;
                if (open[i].MoveNext()) heads.Enqueue(i, (open[i].Current, i));
            }
        }
        finally
        {
            foreach (var stream in open) stream.Dispose();
        }
    }
}
