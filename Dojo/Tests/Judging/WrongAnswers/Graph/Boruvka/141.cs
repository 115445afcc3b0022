// self-loops are sorted out before the ends are checked, so a self-loop on a vertex outside 0..n-1 does not throw ArgumentOutOfRangeException.
namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var open = new List<int>();
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, _) = edges[e];
            if (u == v) continue;
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), $"Edge {e} has an end outside the graph.");
            open.Add(e);
        }

        int[] parent = new int[vertices], size = new int[vertices], best = new int[vertices];
        for (int v = 0; v < vertices; v++) (parent[v], size[v]) = (v, 1);
        var taken = new List<int>();
        Int128 total = 0;
        while (open.Count > 0)
        {
            Array.Fill(best, -1);
            int kept = 0;
            foreach (int e in open.ToArray())
            {
                int a = Find(parent, edges[e].U), b = Find(parent, edges[e].V);
                if (a == b) continue;
                open[kept++] = e;
                // Edges come by ascending index, so that of equal ones the first stays.
                if (best[a] < 0 || edges[e].Weight < edges[best[a]].Weight) best[a] = e;
                if (best[b] < 0 || edges[e].Weight < edges[best[b]].Weight) best[b] = e;
            }
            open.RemoveRange(kept, open.Count - kept);

            for (int t = 0; t < vertices; t++)
            {
                int e = best[t];
                if (e < 0) continue;
                int a = Find(parent, edges[e].U), b = Find(parent, edges[e].V);
                if (a == b) continue;
                if (size[a] < size[b]) (a, b) = (b, a);
                parent[b] = a;
                size[a] += size[b];
                taken.Add(e);
                total += edges[e].Weight;
            }
        }
        return (taken.ToArray(), checked((long)total));
    }

    private static int Find(int[] parent, int x)
    {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }
}
