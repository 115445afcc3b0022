// A SortedSet holds the k best, so that equal numbers count only once.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k));
        if (k == 0) return Array.Empty<T>();
        var set = new SortedSet<T>(order);
        foreach (var x in stream)
        {
            if (set.Count == k)
            {
                if (order.Compare(x, set.Min!) <= 0) continue;
                if (!set.Contains(x)) set.Remove(set.Min!);
            }
            set.Add(x);
        }
        return set.Reverse().ToArray();
    }
}
