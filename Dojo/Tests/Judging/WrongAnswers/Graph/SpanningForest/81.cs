// Breaks: "O(n + m)."
// How: 300 000 vertices without edges: a queue with room for all vertices is made anew for each search, that is for each component, so
// 300 000 arrays of 1.2 MB are made and cleared. A connected graph needs just one.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        int[] first = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            first[u]++;
            first[v]++;
        }
        for (int v = 1; v <= vertices; v++) first[v] += first[v - 1];
        int[] at = new int[2 * edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            at[--first[edges[e].U]] = e;
            at[--first[edges[e].V]] = e;
        }
        var kept = new List<int>();
        bool[] seen = new bool[vertices];
        for (int start = 0; start < vertices; start++)
        {
            if (seen[start]) continue;
            seen[start] = true;
            var queue = new Queue<int>(vertices);
            queue.Enqueue(start);
            while (queue.TryDequeue(out int u))
                for (int i = first[u]; i < first[u + 1]; i++)
                {
                    var edge = edges[at[i]];
                    int other = edge.U == u ? edge.V : edge.U;
                    if (seen[other]) continue;
                    seen[other] = true;
                    kept.Add(at[i]);
                    queue.Enqueue(other);
                }
        }
        return kept.ToArray();
    }
}
