// Breaks: "Each enumeration opens each stream once, and closes it (Dispose), also when the consumer stops early."
// How: a stream is closed when it is exhausted, and those that still have a head are closed at the end; a stream that is empty from the
// beginning is opened, has no head, and is never disposed.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var heap = new List<(IEnumerator<T> Stream, int Number)>();
        try
        {
            for (int i = 0; i < streams.Count; i++)
            {
                var stream = streams[i].GetEnumerator();
                bool any = false;
                try
                {
                    any = stream.MoveNext();
                    if (any) heap.Add((stream, i));
                }
                catch
                {
                    stream.Dispose();
                    throw;
                }
            }
            for (int i = heap.Count / 2 - 1; i >= 0; i--) Sink(heap, i, order);
            while (heap.Count > 0)
            {
                yield return heap[0].Stream.Current;
                if (!heap[0].Stream.MoveNext())
                {
                    var exhausted = heap[0].Stream;
                    heap[0] = heap[^1];
                    heap.RemoveAt(heap.Count - 1);
                    exhausted.Dispose();
                }
                Sink(heap, 0, order);
            }
        }
        finally
        {
            foreach (var (stream, _) in heap) stream.Dispose();
        }
    }

    static void Sink<T>(List<(IEnumerator<T> Stream, int Number)> heap, int i, IComparer<T> order)
    {
        for (int child; (child = 2 * i + 1) < heap.Count; i = child)
        {
            if (child + 1 < heap.Count && Before(heap[child + 1], heap[child], order)) child++;
            if (!Before(heap[child], heap[i], order)) break;
            (heap[i], heap[child]) = (heap[child], heap[i]);
        }
    }

    static bool Before<T>((IEnumerator<T> Stream, int Number) x, (IEnumerator<T> Stream, int Number) y, IComparer<T> order)
    {
        int sign = order.Compare(x.Stream.Current, y.Stream.Current);
        return sign < 0 || sign == 0 && x.Number < y.Number;
    }
}
