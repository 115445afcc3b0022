// The successor of an item is read before the item is handed out.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        int k = streams.Count;
        var sources = new IEnumerator<T>?[k];
        var heap = new List<(T Head, int From)>(k);

        bool Less((T Head, int From) x, (T Head, int From) y)
        {
            int c = order.Compare(x.Head, y.Head);
            return c < 0 || (c == 0 && x.From < y.From);
        }

        void Down(int i)
        {
            while (true)
            {
                int c = 2 * i + 1;
                if (c >= heap.Count) return;
                if (c + 1 < heap.Count && Less(heap[c + 1], heap[c])) c++;
                if (!Less(heap[c], heap[i])) return;
                (heap[c], heap[i]) = (heap[i], heap[c]);
                i = c;
            }
        }

        try
        {
            for (int i = 0; i < k; i++)
            {
                var e = sources[i] = streams[i].GetEnumerator();
                if (e.MoveNext()) heap.Add((e.Current, i));
            }
            for (int i = heap.Count / 2 - 1; i >= 0; i--) Down(i);

            while (heap.Count > 0)
            {
                var (item, from) = heap[0];
                if (sources[from]!.MoveNext())
                {
                    heap[0] = (sources[from]!.Current, from);
                }
                else
                {
                    heap[0] = heap[^1];
                    heap.RemoveAt(heap.Count - 1);
                }
                Down(0);
                yield return item;
            }
        }
        finally
        {
            foreach (var e in sources) e?.Dispose();
        }
    }
}
