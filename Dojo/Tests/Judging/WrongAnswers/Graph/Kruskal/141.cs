// the ends of an edge are checked when its turn comes, and the loop stops once the tree is complete, so an end outside 0..n-1 of a heavier edge that is not needed does not throw ArgumentOutOfRangeException.
namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);

        long[] weights = new long[edges.Length];
        int[] order = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            weights[e] = edges[e].Weight;
            order[e] = e;
        }
        Array.Sort(weights, order);

        int[] parent = new int[vertices], size = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
        }

        var forest = new List<int>();
        Int128 total = 0;
        foreach (int e in order)
        {
            if (forest.Count == vertices - 1) break;
            var (u, v, w) = edges[e];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), $"Edge {e} has an end outside 0..{vertices - 1}.");
            int a = Find(u), b = Find(v);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            forest.Add(e);
            total += w;
        }

        return (forest.ToArray(), checked((long)total));

        int Find(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }
    }
}
