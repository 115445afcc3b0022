// For each edge of the tree a new minimum spanning tree without it: O(n m).
namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var e in edges)
        {
            if (e.U < 0 || e.U >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (e.V < 0 || e.V >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
        }
        var sorted = edges.OrderBy(e => e.Weight).ToArray();
        var first = Tree(vertices, sorted, -1);
        if (first == null) return null;
        Int128? second = null;
        foreach (int skip in first.Value.Chosen)
        {
            if (Tree(vertices, sorted, skip) is { } other && (second == null || other.Total < second)) second = other.Total;
        }
        return second is { } s ? checked((long)s) : null;
    }

    private static (List<int> Chosen, Int128 Total)? Tree(int n, (int U, int V, long Weight)[] sorted, int skip)
    {
        int[] p = new int[n];
        for (int i = 0; i < n; i++) p[i] = i;
        List<int> chosen = [];
        Int128 total = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == skip) continue;
            int u = sorted[i].U, v = sorted[i].V;
            while (p[u] != u) u = p[u] = p[p[u]];
            while (p[v] != v) v = p[v] = p[p[v]];
            if (u == v) continue;
            p[u] = v;
            chosen.Add(i);
            total += sorted[i].Weight;
        }
        return chosen.Count == n - 1 ? (chosen, total) : null;
    }
}
