// When the consumer stops early, the streams stay open.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var queue = new PriorityQueue<int, (T Item, int Stream)>(Comparer<(T Item, int Stream)>.Create((a, b) =>
        {
            int sign = order.Compare(a.Item, b.Item);
            return sign == 0 ? a.Stream - b.Stream : sign;
        }));
        var cursors = new IEnumerator<T>[streams.Count];
        for (int s = 0; s < cursors.Length; s++)
        {
            cursors[s] = streams[s].GetEnumerator();
            Advance(s);
        }
        while (queue.Count > 0)
        {
            int s = queue.Dequeue();
            yield return cursors[s].Current;
            Advance(s);
        }

        void Advance(int s)
        {
            if (cursors[s].MoveNext()) queue.Enqueue(s, (cursors[s].Current, s));
            else cursors[s].Dispose();
        }
    }
}
