using System;

namespace Etudes.Graph;

/// <summary>Topological order by counting down: a vertex is placed when all that lead to it are. What can
/// never be placed is entered from its like, and going back from one to another ends in a cycle.</summary>
/// <remarks>
/// Time: O(n + m). Space: O(n + m).
/// Source: <see href="https://doi.org/10.1145/368996.369025">Kahn 1962</see>.
/// </remarks>
public abstract partial class TopologicalOrder
{
    /// <inheritdoc/>
    public static (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var (first, next) = Adjacency(vertices, edges);
        var missing = new int[vertices]; // how many edges enter it from vertices that are not placed yet
        foreach (var (_, v) in edges) missing[v]++;
        var order = new int[vertices]; // also the queue: what is behind at is placed, and its edges not looked at
        int placed = 0;
        for (int v = 0; v < vertices; v++)
            if (missing[v] == 0) order[placed++] = v;
        for (int at = 0; at < placed; at++)
            foreach (int v in next.AsSpan(first[order[at]]..first[order[at] + 1]))
                if (--missing[v] == 0) order[placed++] = v;
        return placed == vertices ? (order, null) : (null, Cycle(edges, missing));
    }

    /// <summary>A cycle among the vertices that miss some edge, each of which is entered from another.</summary>
    private static int[] Cycle((int U, int V)[] edges, int[] missing)
    {
        var before = new int[missing.Length];
        int on = -1;
        foreach (var (u, v) in edges)
            if (missing[u] > 0 && missing[v] > 0) before[on = v] = u;
        for (int step = 0; step < missing.Length; step++) on = before[on]; // so many steps back end on the cycle
        int length = 1;
        for (int v = before[on]; v != on; v = before[v]) length++;
        var cycle = new int[length];
        while (length > 0) cycle[--length] = on = before[on];
        return cycle;
    }

    /// <summary>The edges that leave u lead to next[first[u]] up to next[first[u + 1]] (compressed
    /// sparse rows).</summary>
    private static (int[] First, int[] Next) Adjacency(int vertices, (int U, int V)[] edges)
    {
        var first = new int[vertices + 1];
        foreach (var (u, v) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            first[u]++;
        }
        for (int v = 1; v <= vertices; v++) first[v] += first[v - 1]; // where the edges of v end; setting them down backwards ...
        var next = new int[edges.Length];
        foreach (var (u, v) in edges) next[--first[u]] = v; // ... leaves where they begin
        return (first, next);
    }
}
