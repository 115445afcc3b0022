// Only the component of vertex 0 gets its tree.
namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var graph = new Dictionary<int, List<int>>();
        for (int i = 0; i < edges.Length; i++)
        {
            foreach (int end in new[] { edges[i].U, edges[i].V })
            {
                if (end < 0 || end >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
                if (!graph.ContainsKey(end)) graph[end] = [];
                graph[end].Add(i);
            }
        }
        var visited = new HashSet<int>();
        var queue = new PriorityQueue<(int Edge, int To), long>();
        var chosen = new List<int>();
        Int128 total = 0;

        void Visit(int v)
        {
            visited.Add(v);
            if (!graph.TryGetValue(v, out var list)) return;
            foreach (int i in list)
            {
                int to = edges[i].U == v ? edges[i].V : edges[i].U;
                if (!visited.Contains(to)) queue.Enqueue((i, to), edges[i].Weight);
            }
        }

        if (vertices > 0) Visit(0);
        while (queue.TryDequeue(out var next, out long weight))
        {
            if (visited.Contains(next.To)) continue;
            chosen.Add(next.Edge);
            total += weight;
            Visit(next.To);
        }
        return (chosen.ToArray(), checked((long)total));
    }
}
