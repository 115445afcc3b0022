// the order comes from a queue, but the cycle is looked for by a recursive search among the vertices that are left, as deep as their paths are long; breaks "A path through all vertices must not overflow the stack": n = 500000, a cycle 0 -> 1 -> ... -> 499999 -> 0 (a path without a cycle is fine).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class TopologicalOrder : ITopologicalOrder
{
    public static (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var start = new int[vertices + 1];
        var waiting = new int[vertices];
        foreach (var (u, v) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "A vertex is outside 0..n-1.");
            start[u + 1]++;
            waiting[v]++;
        }

        for (var v = 0; v < vertices; v++) start[v + 1] += start[v];
        var place = start.AsSpan(0, vertices).ToArray();
        var next = new int[edges.Length];
        foreach (var (u, v) in edges) next[place[u]++] = v;

        var order = new int[vertices];
        var done = 0;
        for (var v = 0; v < vertices; v++)
        {
            if (waiting[v] == 0) order[done++] = v;
        }

        for (var i = 0; i < done; i++)
        {
            for (var e = start[order[i]]; e < start[order[i] + 1]; e++)
            {
                if (--waiting[next[e]] == 0) order[done++] = next[e];
            }
        }

        if (done == vertices) return (order, null);

        // there is a cycle among those that are left
        var entered = new bool[vertices];
        var onPath = new bool[vertices];
        var path = new List<int>();
        for (var v = 0; v < vertices; v++)
        {
            if (waiting[v] > 0 && !entered[v] && Closes(v)) break;
        }

        return (null, path.ToArray());

        bool Closes(int v)
        {
            entered[v] = onPath[v] = true;
            path.Add(v);
            for (var e = start[v]; e < start[v + 1]; e++)
            {
                var w = next[e];
                if (onPath[w])
                {
                    path.RemoveRange(0, path.IndexOf(w));
                    return true;
                }

                if (!entered[w] && Closes(w)) return true;
            }

            onPath[v] = false;
            path.RemoveAt(path.Count - 1);
            return false;
        }
    }
}
