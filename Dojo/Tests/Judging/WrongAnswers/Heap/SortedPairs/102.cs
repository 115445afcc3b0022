// a negative k throws ArgumentOutOfRangeException only if neither list is empty: Smallest([], [5], -1) gives [] instead.
namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        if (first.Count == 0 || second.Count == 0 || k == 0) return [];
        ArgumentOutOfRangeException.ThrowIfNegative(k);

        var answer = new List<(int I, int J, long Sum)>();
        var seen = new HashSet<(int I, int J)>();
        var heap = new PriorityQueue<(int I, int J), long>();
        Offer(0, 0);
        while (answer.Count < k && heap.TryDequeue(out (int I, int J) pair, out long sum))
        {
            answer.Add((pair.I, pair.J, sum));
            Offer(pair.I + 1, pair.J);
            Offer(pair.I, pair.J + 1);
        }
        return [.. answer];

        void Offer(int i, int j)
        {
            if (i >= first.Count || j >= second.Count || !seen.Add((i, j))) return;
            heap.Enqueue((i, j), (long)first[i] + second[j]);
        }
    }
}
