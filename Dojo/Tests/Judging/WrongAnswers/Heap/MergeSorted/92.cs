// Breaks: "Each enumeration opens each stream once, and closes it (<see cref="System.IDisposable.Dispose"/>), also when the consumer stops early."
// How: A stream whose MoveNext throws at its second item (or an order that throws): the stream has been taken out of the heap
// before it is asked, so the finally closes all the others, but never this one.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var heads = new PriorityQueue<IEnumerator<T>, (T Item, int Stream)>(
            Comparer<(T Item, int Stream)>.Create((x, y) =>
            {
                int sign = order.Compare(x.Item, y.Item);
                return sign != 0 ? sign : x.Stream.CompareTo(y.Stream);
            }));
        try
        {
            for (int i = 0; i < streams.Count; i++) Next(heads, streams[i].GetEnumerator(), i);
            while (heads.TryPeek(out IEnumerator<T>? stream, out (T Item, int Stream) head))
            {
                yield return head.Item;
                heads.Dequeue();
                Next(heads, stream, head.Stream);
            }
        }
        finally
        {
            foreach ((IEnumerator<T> stream, _) in heads.UnorderedItems) stream.Dispose();
        }
    }

    private static void Next<T>(PriorityQueue<IEnumerator<T>, (T Item, int Stream)> heads, IEnumerator<T> stream, int index)
    {
        if (stream.MoveNext()) heads.Enqueue(stream, (stream.Current, index));
        else stream.Dispose();
    }
}
