// It looks through the heads of all streams for each item: O(k) comparisons.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var live = new List<IEnumerator<T>>();
        try
        {
            foreach (var stream in streams)
            {
                var e = stream.GetEnumerator();
                live.Add(e);
                if (e.MoveNext()) continue;
                live.RemoveAt(live.Count - 1);
                e.Dispose();
            }
            while (live.Count > 0)
            {
                int best = 0;
                for (int i = 1; i < live.Count; i++)
                    if (order.Compare(live[i].Current, live[best].Current) < 0) best = i;
                yield return live[best].Current;
                if (!live[best].MoveNext())
                {
                    live[best].Dispose();
                    live.RemoveAt(best);
                }
            }
        }
        finally
        {
            live.ForEach(e => e.Dispose());
        }
    }
}
