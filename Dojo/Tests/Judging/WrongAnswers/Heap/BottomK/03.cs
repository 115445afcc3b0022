// The stream is read twice, once to count it and once more for its numbers.
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k));
        int size = Math.Min(k, stream.Count());
        var queue = new PriorityQueue<int, int>(size, Comparer<int>.Create((x, y) => y.CompareTo(x)));
        foreach (int number in stream)
        {
            if (queue.Count < size) queue.Enqueue(number, number);
            else if (size > 0) queue.EnqueueDequeue(number, number);
        }
        int[] answer = new int[size];
        while (size > 0) answer[--size] = queue.Dequeue();
        return answer;
    }
}
