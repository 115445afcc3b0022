// Only one tree chooses at a time, so that there are n - 1 passes over the edges.
namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        for (int i = 0; i < edges.Length; i++)
            if (edges[i].U < 0 || edges[i].U >= vertices || edges[i].V < 0 || edges[i].V >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), i, "no such vertex");
        var tree = new int[vertices];
        for (int i = 0; i < vertices; i++) tree[i] = i;
        int Name(int x)
        {
            while (tree[x] != x) x = tree[x] = tree[tree[x]];
            return x;
        }
        var result = new List<int>();
        for (int start = 0; start < vertices; start++)
        {
            while (true)
            {
                int mine = Name(start);
                int best = -1;
                for (int i = 0; i < edges.Length; i++)
                {
                    bool u = Name(edges[i].U) == mine, v = Name(edges[i].V) == mine;
                    if (u != v && (best < 0 || edges[i].Weight < edges[best].Weight)) best = i;
                }
                if (best < 0) break;
                tree[Name(edges[best].U)] = Name(edges[best].V);
                result.Add(best);
            }
        }
        var total = result.Aggregate(Int128.Zero, (sum, i) => sum + edges[i].Weight);
        return (result.ToArray(), checked((long)total));
    }
}
