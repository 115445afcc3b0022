// The partial sums are checked, and throw though the total fits.
namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var queue = new PriorityQueue<int, long>(edges.Length);
        for (int i = 0; i < edges.Length; i++)
        {
            if (edges[i].U < 0 || edges[i].U >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (edges[i].V < 0 || edges[i].V >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            queue.Enqueue(i, edges[i].Weight);
        }
        // sets as lists: the smaller is poured into the larger
        var set = new List<int>[vertices];
        for (int v = 0; v < vertices; v++) set[v] = [v];
        var result = new List<int>();
        long total = 0;
        while (queue.TryDequeue(out int e, out long w))
        {
            var a = set[edges[e].U];
            var b = set[edges[e].V];
            if (ReferenceEquals(a, b)) continue;
            if (a.Count < b.Count) (a, b) = (b, a);
            a.AddRange(b);
            foreach (int v in b) set[v] = a;
            result.Add(e);
            total = checked(total + w);
        }
        return (result.ToArray(), total);
    }
}
