// O(n + m) is promised; a long cycle costs O(n m), as all edges are searched for the predecessor of each of its vertices (one cycle through 500 000 vertices: about 10^11 steps).
using System;

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

        int at = 0;
        while (indegree[at] == 0)
        {
            at++;
        }

        // Walk against the edges among the vertices that are left, until one comes again.
        var place = new int[vertices];
        var walk = new int[vertices];
        int length = 0;
        while (place[at] == 0)
        {
            walk[length++] = at;
            place[at] = length;
            at = Before(at);
        }

        var cycle = walk[(place[at] - 1)..length];
        Array.Reverse(cycle);
        return (null, cycle);

        int Before(int vertex)
        {
            foreach (var (u, v) in edges)
            {
                if (v == vertex && indegree[u] > 0)
                {
                    return u;
                }
            }

            throw new InvalidOperationException();
        }
    }
}
