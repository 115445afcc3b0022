// The heap is ordered by the items alone, so that equal ones come in any order: not stable.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var open = new List<IEnumerator<T>>();
        try
        {
            var heads = new PriorityQueue<IEnumerator<T>, T>(order);
            foreach (IEnumerable<T> stream in streams)
            {
                IEnumerator<T> e = stream.GetEnumerator();
                open.Add(e);
                if (e.MoveNext()) heads.Enqueue(e, e.Current);
            }
            while (heads.TryPeek(out IEnumerator<T>? next, out T? item))
            {
                yield return item;
                if (next.MoveNext()) heads.DequeueEnqueue(next, next.Current);
                else heads.Dequeue();
            }
        }
        finally
        {
            foreach (IEnumerator<T> e in open) e.Dispose();
        }
    }
}
