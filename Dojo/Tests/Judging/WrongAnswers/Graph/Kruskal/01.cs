// The edges are sorted by the sign of a difference that does not fit in 64 bits.
namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var e in edges)
            if (Math.Min(e.U, e.V) < 0 || Math.Max(e.U, e.V) >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));

        int[] order = Enumerable.Range(0, edges.Length).ToArray();
        Array.Sort(order, (i, j) => Math.Sign(edges[i].Weight - edges[j].Weight));

        int[] root = Enumerable.Range(0, vertices).ToArray();
        int Find(int x)
        {
            while (root[x] != x) x = root[x] = root[root[x]];
            return x;
        }

        var forest = new List<int>();
        Int128 total = 0;
        foreach (int i in order)
        {
            int a = Find(edges[i].U), b = Find(edges[i].V);
            if (a == b) continue;
            root[a] = b;
            forest.Add(i);
            total += edges[i].Weight;
        }
        return (forest.ToArray(), checked((long)total));
    }
}
