// Breaks: "Lazy: no stream is opened before the first item is asked for."
// How: One stream only: Merge([stream], order).GetEnumerator() opens it although nobody has called MoveNext, because the stream
// itself is handed back. With no stream or two and more the iterator opens them at the first MoveNext.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
        streams.Count == 1 ? streams[0] : Range(streams, 0, streams.Count, order);

    // Halves merged by halves: about log2 k comparisons per item.
    private static IEnumerable<T> Range<T>(IReadOnlyList<IEnumerable<T>> streams, int from, int to, IComparer<T> order)
    {
        if (from == to) return [];
        if (to - from == 1) return streams[from];
        int middle = from + (to - from) / 2;
        return Two(Range(streams, from, middle, order), Range(streams, middle, to, order), order);
    }

    private static IEnumerable<T> Two<T>(IEnumerable<T> first, IEnumerable<T> second, IComparer<T> order)
    {
        using IEnumerator<T> a = first.GetEnumerator();
        using IEnumerator<T> b = second.GetEnumerator();
        bool inA = a.MoveNext(), inB = b.MoveNext();
        while (inA || inB)
        {
            if (inA && (!inB || order.Compare(a.Current, b.Current) <= 0))
            {
                yield return a.Current;
                inA = a.MoveNext();
            }
            else
            {
                yield return b.Current;
                inB = b.MoveNext();
            }
        }
    }
}
