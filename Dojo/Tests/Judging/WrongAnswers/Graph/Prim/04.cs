// Without a heap: for every vertex that joins it looks through all vertices, O(n²).
namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var adjacency = new List<int>?[vertices];
        for (int i = 0; i < edges.Length; i++)
        {
            if ((uint)edges[i].U >= vertices || (uint)edges[i].V >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            (adjacency[edges[i].U] ??= []).Add(i);
            (adjacency[edges[i].V] ??= []).Add(i);
        }
        int[] best = new int[vertices];
        Array.Fill(best, -1);
        bool[] done = new bool[vertices];
        var result = new List<int>();
        Int128 total = 0;
        for (int step = 0; step < vertices; step++)
        {
            int next = -1;
            for (int v = 0; v < vertices; v++)
            {
                if (done[v]) continue;
                if (next < 0) next = v;
                else if (best[v] >= 0 && (best[next] < 0 || edges[best[v]].Weight < edges[best[next]].Weight)) next = v;
            }
            done[next] = true;
            if (best[next] >= 0)
            {
                result.Add(best[next]);
                total += edges[best[next]].Weight;
            }
            foreach (int i in adjacency[next] ?? [])
            {
                int w = edges[i].U == next ? edges[i].V : edges[i].U;
                if (!done[w] && (best[w] < 0 || edges[i].Weight < edges[best[w]].Weight)) best[w] = i;
            }
        }
        return (result.ToArray(), checked((long)total));
    }
}
