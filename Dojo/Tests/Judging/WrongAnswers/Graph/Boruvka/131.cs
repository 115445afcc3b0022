// weights lie anywhere in long: long.MaxValue stands for "no edge chosen yet", so an edge of weight long.MaxValue is never chosen and what only it connects stays apart.
namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        int[] parent = new int[vertices], size = new int[vertices];
        for (int v = 0; v < vertices; v++) (parent[v], size[v]) = (v, 1);

        int Find(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }

        var forest = new List<int>();
        Int128 total = 0;
        int[] choice = new int[vertices];
        long[] lightest = new long[vertices];

        for (bool grown = true; grown;)
        {
            grown = false;
            Array.Fill(choice, -1);
            Array.Fill(lightest, long.MaxValue);

            // In the order of the indices, so of equal edges the first one stays.
            for (int i = 0; i < edges.Length; i++)
            {
                int a = Find(edges[i].U), b = Find(edges[i].V);
                if (a == b) continue;
                long weight = edges[i].Weight;
                if (weight < lightest[a]) (lightest[a], choice[a]) = (weight, i);
                if (weight < lightest[b]) (lightest[b], choice[b]) = (weight, i);
            }

            foreach (int i in choice)
            {
                if (i < 0) continue;
                int a = Find(edges[i].U), b = Find(edges[i].V);
                if (a == b) continue;
                if (size[a] < size[b]) (a, b) = (b, a);
                parent[b] = a;
                size[a] += size[b];
                forest.Add(i);
                total += edges[i].Weight;
                grown = true;
            }
        }
        return (forest.ToArray(), checked((long)total));
    }
}
