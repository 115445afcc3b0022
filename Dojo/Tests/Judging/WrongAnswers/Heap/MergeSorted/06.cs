// Ties are broken the wrong way round: of equal items the later stream's comes first.
namespace Etudes.Heap;

public abstract class MergeSorted : IMergeSorted
{
    // A tournament tree: node i holds the winner of nodes 2i and 2i + 1, the leaves are the streams.
    public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
    {
        int k = streams.Count;
        if (k == 0) yield break;
        IEnumerator<T>[] e = new IEnumerator<T>[k];
        bool[] done = new bool[k];
        int size = 1;
        while (size < k) size *= 2;
        int[] winner = new int[2 * size];
        Array.Fill(winner, -1);
        try
        {
            for (int i = 0; i < k; i++)
            {
                e[i] = streams[i].GetEnumerator();
                done[i] = !e[i].MoveNext();
                winner[size + i] = i;
            }
            for (int node = size - 1; node > 0; node--) winner[node] = Better(winner[2 * node], winner[2 * node + 1]);
            while (!done[winner[1]])
            {
                int w = winner[1];
                yield return e[w].Current;
                done[w] = !e[w].MoveNext();
                for (int node = (size + w) / 2; node > 0; node /= 2)
                    winner[node] = Better(winner[2 * node], winner[2 * node + 1]);
            }
        }
        finally
        {
            foreach (IEnumerator<T> x in e) x?.Dispose();
        }

        int Better(int left, int right)
        {
            if (right < 0 || done[right]) return left < 0 ? right : left;
            if (left < 0 || done[left]) return right;
            return order.Compare(e[left].Current, e[right].Current) < 0 ? left : right;
        }
    }
}
