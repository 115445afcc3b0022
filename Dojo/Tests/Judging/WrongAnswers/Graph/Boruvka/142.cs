// long.MaxValue stands for "no edge yet" and only a lighter edge is taken, so an edge of weight long.MaxValue is never chosen and the forest leaves apart what only such an edge connects.
namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        int[] parent = new int[vertices];
        int[] size = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
        }

        long[] lightest = new long[vertices];
        int[] choice = new int[vertices];
        var forest = new List<int>();
        Int128 total = 0;
        for (bool joined = true; joined;)
        {
            joined = false;
            Array.Fill(lightest, long.MaxValue);
            Array.Fill(choice, -1);
            for (int e = 0; e < edges.Length; e++)
            {
                int a = Find(edges[e].U), b = Find(edges[e].V);
                if (a == b) continue;
                long w = edges[e].Weight;
                if (w < lightest[a]) (lightest[a], choice[a]) = (w, e);
                if (w < lightest[b]) (lightest[b], choice[b]) = (w, e);
            }

            foreach (int e in choice)
            {
                if (e < 0) continue;
                int a = Find(edges[e].U), b = Find(edges[e].V);
                if (a == b) continue;
                if (size[a] < size[b]) (a, b) = (b, a);
                parent[b] = a;
                size[a] += size[b];
                forest.Add(e);
                total += edges[e].Weight;
                joined = true;
            }
        }

        return ([.. forest], checked((long)total));

        int Find(int x)
        {
            while (parent[x] != x)
            {
                parent[x] = parent[parent[x]];
                x = parent[x];
            }
            return x;
        }
    }
}
