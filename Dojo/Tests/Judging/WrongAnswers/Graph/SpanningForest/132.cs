// O(n + m): the next vertex to start from is searched from 0 on for every component, so many components (n isolated vertices) cost O(n^2).
namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));

        // Each edge is two half edges, 2e out of U and 2e + 1 out of V, in a list per vertex.
        var head = new int[vertices];
        Array.Fill(head, -1);
        var next = new int[2 * edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, _) = edges[e];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            next[2 * e] = head[u];
            head[u] = 2 * e;
            next[2 * e + 1] = head[v];
            head[v] = 2 * e + 1;
        }

        var forest = new List<int>();
        var reached = new bool[vertices];
        var queue = new Queue<int>();
        int start;
        while ((start = Array.IndexOf(reached, false)) >= 0)
        {
            reached[start] = true;
            queue.Enqueue(start);
            while (queue.TryDequeue(out int u))
            {
                for (int half = head[u]; half >= 0; half = next[half])
                {
                    var edge = edges[half / 2];
                    int v = half % 2 == 0 ? edge.V : edge.U;
                    if (reached[v]) continue;
                    reached[v] = true;
                    forest.Add(half / 2);
                    queue.Enqueue(v);
                }
            }
        }
        return forest.ToArray();
    }
}
