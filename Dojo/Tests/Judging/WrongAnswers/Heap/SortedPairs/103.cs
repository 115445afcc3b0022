// "O(k log k), however long the lists are" fails if the first list has a long run of equal numbers: the length of the run is counted by reading it, so a list of int.MaxValue zeros is read to its end even for k = 1.
namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0 || first.Count == 0 || second.Count == 0) return [];

        var answer = new List<(int I, int J, long Sum)>();
        var heap = new PriorityQueue<(int I, int J), long>();
        int next = 0;    // the first row of the next run
        int last = -1;   // the last row that is open
        OpenRun();
        while (answer.Count < k && heap.TryDequeue(out (int I, int J) pair, out long sum))
        {
            (int i, int j) = pair;
            answer.Add((i, j, sum));
            if (j + 1 < second.Count) heap.Enqueue((i, j + 1), (long)first[i] + second[j + 1]);
            if (j == 0 && i == last && next < first.Count) OpenRun();
        }
        return [.. answer];

        // Rows of equal numbers begin with the same sum: open them together, but never more than k.
        void OpenRun()
        {
            int number = first[next];
            int begin = next;
            while (next < first.Count && first[next] == number) next++;

            int count = Math.Min(next - begin, k);
            for (int row = begin; row < begin + count; row++) heap.Enqueue((row, 0), (long)number + second[0]);
            last = begin + count - 1;
        }
    }
}
