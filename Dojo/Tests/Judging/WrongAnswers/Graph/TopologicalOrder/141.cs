// O(n + m) is broken where there is a long cycle: at each step on the way to it the whole way so far is searched for the vertex, O(n^2) for a cycle through all vertices.
namespace Etudes.Graph;

public abstract class TopologicalOrder : ITopologicalOrder
{
    public static (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        int[] head = new int[vertices], next = new int[edges.Length], waiting = new int[vertices];
        Array.Fill(head, -1);
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v) = edges[e];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            next[e] = head[u];
            head[u] = e;
            waiting[v]++;
        }

        int[] order = new int[vertices];
        int placed = 0;
        for (int v = 0; v < vertices; v++)
            if (waiting[v] == 0) order[placed++] = v;
        for (int i = 0; i < placed; i++)
        {
            for (int e = head[order[i]]; e >= 0; e = next[e])
                if (--waiting[edges[e].V] == 0) order[placed++] = edges[e].V;
        }
        if (placed == vertices) return (order, null);

        // Whatever still waits does so for another that waits: go back from one to the next.
        int[] before = new int[vertices];
        int at = 0;
        foreach (var (u, v) in edges)
        {
            if (waiting[u] == 0) continue;
            before[v] = u;
            at = v;
        }
        var way = new List<int>();
        int begin;
        while ((begin = way.IndexOf(at)) < 0)
        {
            way.Add(at);
            at = before[at];
        }
        way.RemoveRange(0, begin);
        way.Reverse();
        return (null, way.ToArray());
    }
}
