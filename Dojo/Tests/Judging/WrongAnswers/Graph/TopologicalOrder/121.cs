// a self-loop is returned as soon as it is read, and the edges after it are not checked; breaks "an edge has an end outside 0..vertices-1, even where the others make a cycle": Of(1, [(0, 0), (0, 1)]) returns (null, [0]) instead of throwing.
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
            if (u == v) return (null, [v]);
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

        // each vertex that is left has one before it that is left too: walk back until one comes again
        var before = new int[vertices];
        var left = -1;
        foreach (var (u, v) in edges)
        {
            if (waiting[u] > 0 && waiting[v] > 0) (before[v], left) = (u, v);
        }

        var seen = new bool[vertices];
        var at = left;
        for (; !seen[at]; at = before[at]) seen[at] = true;
        var cycle = new List<int>();
        var last = at;
        do
        {
            cycle.Add(at);
            at = before[at];
        }
        while (at != last);
        cycle.Reverse();
        return (null, cycle.ToArray());
    }
}
