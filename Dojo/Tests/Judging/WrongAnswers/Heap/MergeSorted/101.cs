// the enumerations of one result share a heap: after somebody stopped early (First()), the next enumeration still finds the old heads in it, so merging [1, 4] and [2, 3] begins with 1, 1 instead of 1, 2.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var byItemThenStream = Comparer<(T Item, int Stream)>.Create((x, y) =>
        {
            int c = order.Compare(x.Item, y.Item);
            return c != 0 ? c : x.Stream.CompareTo(y.Stream);
        });
        var heads = new PriorityQueue<IEnumerator<T>, (T Item, int Stream)>(byItemThenStream);
        return Run();

        IEnumerable<T> Run()
        {
            var open = new List<IEnumerator<T>>();
            try
            {
                for (int i = 0; i < streams.Count; i++)
                {
                    IEnumerator<T> stream = streams[i].GetEnumerator();
                    open.Add(stream);
                    if (stream.MoveNext()) heads.Enqueue(stream, (stream.Current, i));
                }

                while (heads.TryPeek(out IEnumerator<T>? least, out (T Item, int Stream) head))
                {
                    yield return head.Item;
                    if (least.MoveNext()) heads.DequeueEnqueue(least, (least.Current, head.Stream));
                    else heads.Dequeue();
                }
            }
            finally
            {
                foreach (IEnumerator<T> stream in open) stream.Dispose();
            }
        }
    }
}
