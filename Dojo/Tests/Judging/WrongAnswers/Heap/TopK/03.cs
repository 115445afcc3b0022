// The answer comes in ascending order, as the heap gives it.
namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest<int>(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k), k, null);
        PriorityQueue<T, T> best = new(order);
        using var it = stream.GetEnumerator();
        while (k > 0 && it.MoveNext())
        {
            T x = it.Current;
            if (best.Count < k)
            {
                best.Enqueue(x, x);
            }
            else
            {
                best.EnqueueDequeue(x, x);
            }
        }
        var answer = new List<T>();
        while (best.TryDequeue(out var x, out _)) answer.Add(x);
        return answer.ToArray();
    }
}
