// "O(k log k)" is O(k^2) where many rows are begun before any goes on, for the least of the begun rows is searched one by one: first = 0, 1, 2, ... and second = 0, 1000000, 2000000, ... with k = 200 000 takes 2 * 10^10 steps.
namespace Etudes.Heap;

public abstract class SortedPairs : ISortedPairs
{
    public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0 || first.Count == 0 || second.Count == 0) return [];

        var answer = new List<(int I, int J, long Sum)>();

        // The next pair of each row that is begun; a row is begun when the one above it has given
        // a pair, so there are few.
        var rows = new List<(int I, int J, long Sum)> { Pair(0, 0) };
        while (answer.Count < k && rows.Count > 0)
        {
            int least = 0;
            for (int row = 1; row < rows.Count; row++)
            {
                if (rows[row].Sum < rows[least].Sum) least = row;
            }

            (int I, int J, long Sum) pair = rows[least];
            answer.Add(pair);
            if (pair.J == 0 && pair.I + 1 < first.Count) rows.Add(Pair(pair.I + 1, 0));
            if (pair.J + 1 < second.Count)
            {
                rows[least] = Pair(pair.I, pair.J + 1);
            }
            else
            {
                rows[least] = rows[^1];
                rows.RemoveAt(rows.Count - 1);
            }
        }
        return answer.ToArray();

        (int I, int J, long Sum) Pair(int i, int j) => (i, j, (long)first[i] + second[j]);
    }
}
