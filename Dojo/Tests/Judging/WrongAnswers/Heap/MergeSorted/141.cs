// items that tie come in the order in which they were read, not in that of their streams: of [1, 1] and [1] the second stream's 1 comes before the first stream's second 1, so the merge is not stable.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var open = new List<IEnumerator<T>>();
        try
        {
            // PriorityQueue is not stable: number the items, so that of equal ones the earlier stays first.
            long turn = 0;
            var heads = new PriorityQueue<IEnumerator<T>, (T Item, long Turn)>(
                Comparer<(T Item, long Turn)>.Create((x, y) =>
                {
                    int sign = order.Compare(x.Item, y.Item);
                    return sign != 0 ? sign : x.Turn.CompareTo(y.Turn);
                }));

            foreach (IEnumerable<T> stream in streams)
            {
                IEnumerator<T> reader = stream.GetEnumerator();
                open.Add(reader);
                if (reader.MoveNext()) heads.Enqueue(reader, (reader.Current, turn++));
            }

            while (heads.TryDequeue(out IEnumerator<T>? first, out (T Item, long Turn) head))
            {
                yield return head.Item;
                if (first.MoveNext()) heads.Enqueue(first, (first.Current, turn++));
            }
        }
        finally
        {
            foreach (IEnumerator<T> reader in open) reader.Dispose();
        }
    }
}
