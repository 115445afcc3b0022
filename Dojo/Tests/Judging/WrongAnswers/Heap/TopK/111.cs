// "O(n log k) comparisons" fails for items that tie: the selection puts all that tie with its pivot on one side, so 300 000 equal items with k = 100 000 take more than 10^10 comparisons; the answer itself is right.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var buffer = new List<T>();
        foreach (T item in stream)
        {
            buffer.Add(item);
            if (buffer.Count >= 2L * k) Cut(buffer, k, order);
        }
        Cut(buffer, k, order);
        buffer.Sort((x, y) => order.Compare(y, x));
        return buffer.ToArray();
    }

    // Keeps the k largest, in any order: O(k) with a pivot by chance.
    private static void Cut<T>(List<T> buffer, int k, IComparer<T> order)
    {
        if (buffer.Count <= k) return;

        int low = 0;
        int high = buffer.Count - 1;
        while (low < high)
        {
            int at = Partition(buffer, low, high, order);
            if (at == k || at == k - 1) break;
            if (at < k) low = at + 1;
            else high = at - 1;
        }
        buffer.RemoveRange(k, buffer.Count - k);
    }

    // What is larger than the pivot before it, all else behind it.
    private static int Partition<T>(List<T> buffer, int low, int high, IComparer<T> order)
    {
        Swap(buffer, Random.Shared.Next(low, high + 1), high);
        T pivot = buffer[high];
        int at = low;
        for (int i = low; i < high; i++)
        {
            if (order.Compare(buffer[i], pivot) > 0) Swap(buffer, i, at++);
        }
        Swap(buffer, at, high);
        return at;
    }

    private static void Swap<T>(List<T> buffer, int x, int y) => (buffer[x], buffer[y]) = (buffer[y], buffer[x]);
}
