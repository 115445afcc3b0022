// of equal items the one that was read first comes first, not the earlier stream's: of [0, 2] and [2] the second stream's 2 comes before the first stream's.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var sources = new List<IEnumerator<T>>();
        try
        {
            var heads = new PriorityQueue<IEnumerator<T>, (T Item, long Turn)>(
                Comparer<(T Item, long Turn)>.Create((x, y) =>
                {
                    int c = order.Compare(x.Item, y.Item);
                    return c != 0 ? c : x.Turn.CompareTo(y.Turn);
                }));

            // First come, first served among equal ones.
            long turn = 0;
            foreach (IEnumerable<T> stream in streams)
            {
                IEnumerator<T> source = stream.GetEnumerator();
                sources.Add(source);
                if (source.MoveNext()) heads.Enqueue(source, (source.Current, turn++));
            }

            while (heads.Count > 0)
            {
                IEnumerator<T> source = heads.Dequeue();
                yield return source.Current;
                if (source.MoveNext()) heads.Enqueue(source, (source.Current, turn++));
            }
        }
        finally
        {
            foreach (IEnumerator<T> source in sources) source.Dispose();
        }
    }
}
