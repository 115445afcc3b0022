// "Room for k is not made before there are k numbers": the heap is made for k at once, so Smallest([3, 1], int.MaxValue) throws OutOfMemoryException instead of giving [1, 3].
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        // The largest of the kept ones on top; never more than k, so that it need not grow.
        var kept = new PriorityQueue<int, int>(k, Comparer<int>.Create((x, y) => y.CompareTo(x)));
        foreach (int number in stream)
        {
            if (kept.Count < k) kept.Enqueue(number, number);
            else if (number < kept.Peek()) kept.DequeueEnqueue(number, number);
        }

        int[] answer = new int[kept.Count];
        for (int i = answer.Length - 1; i >= 0; i--) answer[i] = kept.Dequeue();
        return answer;
    }
}
