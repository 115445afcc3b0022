// the count of all pairs is an int product and overflows: with two lists of 65 536 numbers it is 0 and the answer is empty instead of k pairs (two of int.MaxValue numbers give one pair).
namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        int total = Math.Min(k, first.Count * second.Count);

        var answer = new List<(int I, int J, long Sum)>();
        if (total <= 0) return [];

        var heap = new PriorityQueue<(int I, int J), long>();
        heap.Enqueue((0, 0), (long)first[0] + second[0]);
        while (answer.Count < total && heap.TryDequeue(out (int I, int J) pair, out long sum))
        {
            (int i, int j) = pair;
            answer.Add((i, j, sum));
            if (j + 1 < second.Count) heap.Enqueue((i, j + 1), (long)first[i] + second[j + 1]);
            if (j == 0 && i + 1 < first.Count) heap.Enqueue((i + 1, 0), (long)first[i + 1] + second[0]);
        }
        return [.. answer];
    }
}
