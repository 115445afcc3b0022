// The streams are opened and their heads read when Merge is called, not when the first item is asked for.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    private sealed class Source<T>(IEnumerator<T> items, int number)
    {
        public IEnumerator<T> Items => items;
        public int Number => number;
    }

    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        var comparer = Comparer<Source<T>>.Create((x, y) =>
        {
            int c = order.Compare(x.Items.Current, y.Items.Current);
            return c != 0 ? c : x.Number.CompareTo(y.Number);
        });
        var set = new SortedSet<Source<T>>(comparer);
        for (int i = 0; i < streams.Count; i++)
        {
            var source = new Source<T>(streams[i].GetEnumerator(), i);
            if (source.Items.MoveNext()) set.Add(source);
            else source.Items.Dispose();
        }
        return Drain(set);
    }

    private static IEnumerable<T> Drain<T>(SortedSet<Source<T>> set)
    {
        Source<T>? taken = null;
        try
        {
            while (set.Min is { } first)
            {
                set.Remove(first);
                taken = first;
                yield return first.Items.Current;
                if (first.Items.MoveNext()) set.Add(first);
                else first.Items.Dispose();
                taken = null;
            }
        }
        finally
        {
            taken?.Items.Dispose();
            foreach (var s in set) s.Items.Dispose();
        }
    }
}
