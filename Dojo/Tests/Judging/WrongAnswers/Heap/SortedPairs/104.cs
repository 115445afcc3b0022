// the key of a seen pair, 100 000 i + j, is not unique once j reaches 100 000: of first = [0, 1000000] and second = 0, 1, 2, ... with k = 150 000 the pair (0, 100000) passes for (1, 0) and is lost with the rest of its row.
namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    private const long Width = 100_000;

    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0 || first.Count == 0 || second.Count == 0) return [];

        var answer = new List<(int I, int J, long Sum)>();
        var visited = new HashSet<long> { 0 };
        var heap = new PriorityQueue<(int I, int J), long>();
        heap.Enqueue((0, 0), (long)first[0] + second[0]);

        while (heap.Count > 0 && answer.Count < k)
        {
            heap.TryDequeue(out (int I, int J) pair, out long sum);
            (int i, int j) = pair;
            answer.Add((i, j, sum));

            if (i + 1 < first.Count && visited.Add((i + 1) * Width + j))
            {
                heap.Enqueue((i + 1, j), (long)first[i + 1] + second[j]);
            }
            if (j + 1 < second.Count && visited.Add(i * Width + (j + 1)))
            {
                heap.Enqueue((i, j + 1), (long)first[i] + second[j + 1]);
            }
        }
        return answer.ToArray();
    }
}
