using System;
using System.Collections.Generic;

namespace Etudes.Graph;

/// <summary>A breadth-first search from every vertex not yet seen keeps the edges by which it sees
/// a vertex first.</summary>
/// <remarks>
/// Time: O(n + m). Space: O(n + m), the edges at each vertex in one array (compressed sparse rows).
/// Source: <see href="https://doi.org/10.1137/0201010">Tarjan, Depth-first search and linear graph
/// algorithms, 1972</see>.
/// </remarks>
public abstract partial class SpanningForest
{
    /// <inheritdoc/>
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        var (start, incident) = Incidence(vertices, edges);
        var forest = new List<int>(Math.Min(vertices, edges.Length));
        var seen = new bool[vertices];
        var queue = new int[vertices]; // each vertex enters once, so that it never wraps round
        int head = 0, tail = 0;
        for (int root = 0; root < vertices; root++)
        {
            if (seen[root]) continue;
            seen[root] = true;
            queue[tail++] = root;
            while (head < tail)
            {
                int u = queue[head++];
                for (int at = start[u]; at < start[u + 1]; at++)
                {
                    int edge = incident[at], v = edges[edge].U ^ edges[edge].V ^ u; // the other end; u itself of a self-loop
                    if (seen[v]) continue;
                    seen[v] = true;
                    queue[tail++] = v;
                    forest.Add(edge);
                }
            }
        }
        return [.. forest];
    }

    /// <summary>The edges at vertex u are incident[start[u]..start[u + 1]]: a counting sort
    /// by ends.</summary>
    private static (int[] Start, int[] Incident) Incidence(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var start = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges), $"edge {u}-{v}");
            start[u]++;
            start[v]++;
        }
        for (int u = 0; u < vertices; u++) start[u + 1] += start[u];
        var incident = new int[start[vertices]];
        for (int i = 0; i < edges.Length; i++)
        {
            incident[--start[edges[i].U]] = i; // from the end of a vertex's part down to its start
            incident[--start[edges[i].V]] = i;
        }
        return (start, incident);
    }
}
