// The numbers are mirrored by -x, which leaves int.MinValue what it is.
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var heap = new PriorityQueue<int, int>();
        if (k > 0)
        {
            foreach (int x in stream)
            {
                if (heap.Count < k) heap.Enqueue(x, -x);
                else if (x < heap.Peek()) heap.EnqueueDequeue(x, -x);
            }
        }
        int[] result = new int[heap.Count];
        for (int i = result.Length - 1; i >= 0; i--) result[i] = heap.Dequeue();
        return result;
    }
}
