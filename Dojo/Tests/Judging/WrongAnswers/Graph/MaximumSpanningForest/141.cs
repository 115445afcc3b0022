// the opposite total is squeezed into 64 bits before it is turned round, so a total of exactly long.MinValue, which fits, throws OverflowException (e.g. one edge of that weight).
namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        long[] keys = new long[edges.Length];
        int[] order = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, w) = edges[e];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            keys[e] = ~w;
            order[e] = e;
        }
        Array.Sort(keys, order);

        // The minimum spanning forest of the negated weights.
        int[] parent = new int[vertices], size = new int[vertices];
        for (int v = 0; v < vertices; v++) (parent[v], size[v]) = (v, 1);
        var forest = new List<int>();
        Int128 sum = 0;
        foreach (int e in order)
        {
            int a = Find(edges[e].U), b = Find(edges[e].V);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            forest.Add(e);
            sum += -(Int128)edges[e].Weight;
        }
        long least = checked((long)sum);
        return (forest.ToArray(), checked(-least));

        int Find(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }
    }
}
