// "an edge leads from each to the next": a cycle of three or more comes out backwards, e.g. [(0, 1), (1, 2), (2, 0)] gives [0, 2, 1] instead of a rotation of [0, 1, 2].
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class TopologicalOrder : ITopologicalOrder
{
    public static (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        var head = new int[vertices];
        Array.Fill(head, -1);
        var next = new int[edges.Length];
        var indegree = new int[vertices];
        for (int e = 0; e < edges.Length; e++)
        {
            next[e] = head[edges[e].U];
            head[edges[e].U] = e;
            indegree[edges[e].V]++;
        }

        var order = new int[vertices];
        int count = 0;
        for (int v = 0; v < vertices; v++)
        {
            if (indegree[v] == 0)
            {
                order[count++] = v;
            }
        }

        for (int i = 0; i < count; i++)
        {
            for (int e = head[order[i]]; e >= 0; e = next[e])
            {
                if (--indegree[edges[e].V] == 0)
                {
                    order[count++] = edges[e].V;
                }
            }
        }

        if (count == vertices)
        {
            return (order, null);
        }

        // What is left has a predecessor that is left too.
        var before = new int[vertices];
        foreach (var (u, v) in edges)
        {
            if (indegree[u] > 0 && indegree[v] > 0)
            {
                before[v] = u;
            }
        }

        int at = 0;
        while (indegree[at] == 0)
        {
            at++;
        }

        var seen = new bool[vertices];
        while (!seen[at])
        {
            seen[at] = true;
            at = before[at];
        }

        var cycle = new List<int>();
        int first = at;
        do
        {
            cycle.Add(at);
            at = before[at];
        }
        while (at != first);

        return (null, cycle.ToArray());
    }
}
