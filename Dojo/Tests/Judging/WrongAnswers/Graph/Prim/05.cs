// An edge is entered only in the list of its first vertex.
namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
        ILookup<int, int> from = Enumerable.Range(0, edges.Length).ToLookup(i => edges[i].U);
        bool[] seen = new bool[vertices];
        List<int> picked = [];
        for (int root = 0; root < vertices; root++)
        {
            if (seen[root]) continue;
            var heap = new PriorityQueue<int, long>();
            seen[root] = true;
            foreach (int i in from[root]) heap.Enqueue(i, edges[i].Weight);
            while (heap.TryDequeue(out int e, out _))
            {
                int v = edges[e].V;
                if (seen[v]) continue;
                seen[v] = true;
                picked.Add(e);
                foreach (int i in from[v]) heap.Enqueue(i, edges[i].Weight);
            }
        }
        decimal total = picked.Sum(i => (decimal)edges[i].Weight);
        return (picked.ToArray(), decimal.ToInt64(total));
    }
}
