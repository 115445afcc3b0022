// the number of all pairs is computed in int and overflows for long lists (65536 times 65536 gives 0, and int.MaxValue times int.MaxValue gives 1), so fewer than k pairs are given though there are more.
namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        int wanted = Math.Min(k, first.Count * second.Count);
        var pairs = new List<(int I, int J, long Sum)>();
        var next = new PriorityQueue<(int I, int J), long>();
        if (wanted > 0) Offer(0, 0);
        while (pairs.Count < wanted)
        {
            next.TryDequeue(out var pair, out long sum);
            pairs.Add((pair.I, pair.J, sum));
            // Each row follows its own line; its head opens the next row.
            if (pair.J == 0 && pair.I < first.Count - 1) Offer(pair.I + 1, 0);
            if (pair.J < second.Count - 1) Offer(pair.I, pair.J + 1);
        }
        return pairs.ToArray();

        void Offer(int i, int j) => next.Enqueue((i, j), (long)first[i] + second[j]);
    }
}
