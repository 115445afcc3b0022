// It makes room for k numbers at once, which fails for k = int.MaxValue.
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k, nameof(k));
        var largestFirst = new PriorityQueue<int, int>(initialCapacity: k);
        using IEnumerator<int> numbers = stream.GetEnumerator();
        for (int i = 0; i < k && numbers.MoveNext(); i++) largestFirst.Enqueue(numbers.Current, ~numbers.Current);
        while (k > 0 && numbers.MoveNext())
        {
            int x = numbers.Current;
            if (largestFirst.Peek() > x) largestFirst.DequeueEnqueue(x, ~x);
        }
        Stack<int> stack = new();
        while (largestFirst.Count > 0) stack.Push(largestFirst.Dequeue());
        return stack.ToArray();
    }
}
