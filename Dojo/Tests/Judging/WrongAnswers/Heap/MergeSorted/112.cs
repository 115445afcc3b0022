// "no stream is read further than one item beyond those that have been handed out": the next item is read before the one in hand is handed out, so a stream that gives 1 and then throws (or waits for what is done with the 1) throws before the 1 has come out.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var sources = new List<IEnumerator<T>>();
        try
        {
            var heads = new PriorityQueue<int, (T Item, int Stream)>(
                Comparer<(T Item, int Stream)>.Create((x, y) =>
                {
                    int c = order.Compare(x.Item, y.Item);
                    return c != 0 ? c : x.Stream.CompareTo(y.Stream);
                }));

            for (int i = 0; i < streams.Count; i++)
            {
                IEnumerator<T> source = streams[i].GetEnumerator();
                sources.Add(source);
                if (source.MoveNext()) heads.Enqueue(i, (source.Current, i));
            }

            while (heads.Count > 0)
            {
                int first = heads.Dequeue();
                IEnumerator<T> source = sources[first];
                T item = source.Current;
                if (source.MoveNext()) heads.Enqueue(first, (source.Current, first));
                yield return item;
            }
        }
        finally
        {
            foreach (IEnumerator<T> source in sources) source.Dispose();
        }
    }
}
