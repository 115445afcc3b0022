// "in ascending order of their sums" fails for sums beyond 2^24, which the queue orders as float: first = [0, 1], second = [33554432, 33554434], k = 3 gives (0, 1, 33554434) before (1, 0, 33554433), and k = 2 the wrong pair.
namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0 || first.Count == 0 || second.Count == 0) return [];

        var answer = new List<(int I, int J, long Sum)>();
        var queue = new PriorityQueue<(int I, int J, long Sum), float>();
        Offer(0, 0);
        while (answer.Count < k && queue.Count > 0)
        {
            (int I, int J, long Sum) pair = queue.Dequeue();
            answer.Add(pair);
            if (pair.J + 1 < second.Count) Offer(pair.I, pair.J + 1);
            if (pair.J == 0 && pair.I + 1 < first.Count) Offer(pair.I + 1, 0);
        }
        return answer.ToArray();

        void Offer(int i, int j)
        {
            long sum = (long)first[i] + second[j];
            queue.Enqueue((i, j, sum), sum);
        }
    }
}
