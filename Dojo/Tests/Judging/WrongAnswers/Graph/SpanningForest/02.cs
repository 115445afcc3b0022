// A vertex is marked when it leaves the queue, so that several edges to it are kept.
namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var incident = new LinkedList<int>[vertices];
        for (int i = 0; i < vertices; i++) incident[i] = new();
        for (int i = 0; i < edges.Length; i++)
        {
            int u = edges[i].U, v = edges[i].V;
            if (Math.Min(u, v) < 0 || Math.Max(u, v) >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            incident[u].AddLast(i);
            incident[v].AddLast(i);
        }
        var visited = new bool[vertices];
        var result = new List<int>();
        var queue = new Queue<int>();
        for (int root = 0; root < vertices; root++)
        {
            if (visited[root]) continue;
            queue.Enqueue(root);
            while (queue.Count > 0)
            {
                int x = queue.Dequeue();
                if (visited[x]) continue;
                visited[x] = true;
                foreach (int e in incident[x])
                {
                    int y = edges[e].U == x ? edges[e].V : edges[e].U;
                    if (visited[y]) continue;
                    result.Add(e);
                    queue.Enqueue(y);
                }
            }
        }
        return result.ToArray();
    }
}
