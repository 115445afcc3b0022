// It stops once n - 1 edges are there, and the vertices of the edges not looked at are never checked.
namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        long[] keys = Array.ConvertAll(edges, e => e.Weight);
        int[] order = [.. Enumerable.Range(0, edges.Length)];
        Array.Sort(keys, order);

        Span<int> parent = new int[vertices];
        for (int i = 0; i < vertices; i++) parent[i] = i;
        int[] result = new int[vertices];
        int count = 0;
        Int128 sum = Int128.Zero;
        foreach (int i in order)
        {
            if (count >= vertices - 1 && vertices > 0) break;
            var (u, v, w) = edges[i];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            while (parent[u] != u) { parent[u] = parent[parent[u]]; u = parent[u]; }
            while (parent[v] != v) { parent[v] = parent[parent[v]]; v = parent[v]; }
            if (u != v)
            {
                parent[u] = v;
                result[count++] = i;
                sum += w;
            }
        }
        return (result[..count], checked((long)sum));
    }
}
