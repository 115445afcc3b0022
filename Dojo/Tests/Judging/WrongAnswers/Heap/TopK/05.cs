// It sorts the whole stream with LINQ and takes the first k: everything is kept.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        List<T> all = [.. stream];
        all.Sort((x, y) => order.Compare(y, x));
        return all.Take(k).ToArray();
    }
}
