// The caller's array of edges is sorted in place.
namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (edges.Any(e => e.U < 0 || e.V < 0 || e.U >= vertices || e.V >= vertices))
            throw new ArgumentOutOfRangeException(nameof(edges));
        int[] index = new int[edges.Length];
        for (int i = 0; i < index.Length; i++) index[i] = i;
        // sort the edges, and the indices along with them
        Array.Sort(edges, index, Comparer<(int U, int V, long Weight)>.Create((x, y) => x.Weight.CompareTo(y.Weight)));

        int[] sets = new int[vertices];
        Array.Fill(sets, -1);
        List<int> chosen = new(vertices);
        decimal sum = 0;
        for (int i = 0; i < edges.Length && chosen.Count < vertices - 1; i++)
        {
            int u = Root(sets, edges[i].U), v = Root(sets, edges[i].V);
            if (u == v) continue;
            if (sets[u] > sets[v]) (u, v) = (v, u);
            sets[u] += sets[v];
            sets[v] = u;
            chosen.Add(index[i]);
            sum += edges[i].Weight;
        }
        if (sum > long.MaxValue || sum < long.MinValue) throw new OverflowException();
        return ([.. chosen], (long)sum);
    }

    static int Root(int[] sets, int x)
    {
        while (sets[x] >= 0) x = sets[x];
        return x;
    }
}
