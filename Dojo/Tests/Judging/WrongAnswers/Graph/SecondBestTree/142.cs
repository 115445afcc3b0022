// how much an exchange of edges costs is computed in 64 bits and wraps round where the two weights are more than 2^63 - 1 apart, so the second weight comes out wrong or throws OverflowException though it fits.
namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        int[] byWeight = new int[edges.Length];
        for (int i = 0; i < byWeight.Length; i++) byWeight[i] = i;
        Array.Sort(byWeight, (x, y) => edges[x].Weight.CompareTo(edges[y].Weight));

        var parent = new int[vertices];
        var size = new int[vertices];
        var joined = new int[vertices];     // when a root became a child, as a place in byWeight
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
            joined[v] = int.MaxValue;
        }

        Int128 total = 0;
        int trees = vertices;
        bool[] inTree = new bool[edges.Length];
        for (int i = 0; i < byWeight.Length; i++)
        {
            int e = byWeight[i];
            int a = edges[e].U, b = edges[e].V;
            while (parent[a] != a) a = parent[a];
            while (parent[b] != b) b = parent[b];
            if (a == b) continue;
            if (size[a] > size[b]) (a, b) = (b, a);
            parent[a] = b;
            size[b] += size[a];
            joined[a] = i;
            inTree[e] = true;
            total += edges[e].Weight;
            trees--;
        }
        if (trees != 1) return null;

        long? extra = null;
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, w) = edges[e];
            if (inTree[e] || u == v) continue;
            // Climb until the ends meet: the last join on the way is the heaviest edge between them.
            int last = -1;
            while (u != v)
            {
                if (joined[u] > joined[v]) (u, v) = (v, u);
                last = joined[u];
                u = parent[u];
            }
            long exchange = w - edges[byWeight[last]].Weight;
            if (extra is null || exchange < extra) extra = exchange;
        }
        return extra is long more ? checked((long)(total + more)) : null;
    }
}
