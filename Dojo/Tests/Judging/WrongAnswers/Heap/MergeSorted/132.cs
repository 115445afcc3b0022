// each enumeration must give the merge anew: all enumerations of one result share a queue, so after one that stopped early (or beside one that still runs) another gives stale items.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var byItem = Comparer<(T Item, int Stream)>.Create((x, y) =>
        {
            int sign = order.Compare(x.Item, y.Item);
            return sign != 0 ? sign : x.Stream.CompareTo(y.Stream);
        });
        return Run(streams, new PriorityQueue<IEnumerator<T>, (T Item, int Stream)>(byItem));
    }

    private static IEnumerable<T> Run<T>(
        IReadOnlyList<IEnumerable<T>> streams, PriorityQueue<IEnumerator<T>, (T Item, int Stream)> heads)
    {
        var opened = new List<IEnumerator<T>>(streams.Count);
        try
        {
            for (int i = 0; i < streams.Count; i++)
            {
                IEnumerator<T> stream = streams[i].GetEnumerator();
                opened.Add(stream);
                if (stream.MoveNext()) heads.Enqueue(stream, (stream.Current, i));
            }
            while (heads.TryDequeue(out IEnumerator<T>? stream, out var head))
            {
                yield return head.Item;
                // Not before the next item is asked for.
                if (stream.MoveNext()) heads.Enqueue(stream, (stream.Current, head.Stream));
            }
        }
        finally
        {
            foreach (IEnumerator<T> stream in opened) stream.Dispose();
        }
    }
}
