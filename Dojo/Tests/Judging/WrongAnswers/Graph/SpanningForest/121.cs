// self-loops are skipped before their ends are checked: "an end of an edge outside 0..n-1 throws ArgumentOutOfRangeException" is broken for a self-loop at a vertex that does not exist; input: Edges(3, [(7, 7, 1)]) returns []
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var start = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if (u == v)
                continue;       // a self-loop connects nothing
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
            start[u]++;
            start[v]++;
        }
        int sum = 0;
        for (int v = 0; v <= vertices; v++)
        {
            sum += start[v];
            start[v] = sum;
        }
        var incident = new int[sum];
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, _) = edges[e];
            if (u == v)
                continue;
            incident[--start[u]] = e;
            incident[--start[v]] = e;
        }

        var chosen = new List<int>();
        var seen = new bool[vertices];
        var queue = new Queue<int>();
        for (int s = 0; s < vertices; s++)
        {
            if (seen[s])
                continue;
            seen[s] = true;
            queue.Enqueue(s);
            while (queue.TryDequeue(out int v))
            {
                for (int i = start[v]; i < start[v + 1]; i++)
                {
                    int e = incident[i];
                    int other = edges[e].U == v ? edges[e].V : edges[e].U;
                    if (seen[other])
                        continue;
                    seen[other] = true;
                    chosen.Add(e);
                    queue.Enqueue(other);
                }
            }
        }
        return [.. chosen];
    }
}
