// depth-first with a path on the heap, but back at a vertex its edges are looked through from the first again, which costs the square of its degree; breaks "O(n + m)": a star, n = 500000 with the edges (0, v) for all v > 0.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class TopologicalOrder : ITopologicalOrder
{
    public static (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var start = new int[vertices + 1];
        foreach (var (u, v) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "A vertex is outside 0..n-1.");
            start[u + 1]++;
        }

        for (var v = 0; v < vertices; v++) start[v + 1] += start[v];
        var place = start.AsSpan(0, vertices).ToArray();
        var next = new int[edges.Length];
        foreach (var (u, v) in edges) next[place[u]++] = v;

        const byte New = 0, OnPath = 1, Done = 2;
        var state = new byte[vertices];
        var order = new int[vertices];
        var first = vertices;
        var path = new List<int>();
        for (var root = 0; root < vertices; root++)
        {
            if (state[root] != New) continue;
            Enter(root);
            while (path.Count > 0)
            {
                var v = path[^1];
                var deeper = false;
                for (var e = start[v]; e < start[v + 1] && !deeper; e++)
                {
                    var w = next[e];
                    if (state[w] == OnPath) return (null, path.GetRange(path.IndexOf(w), path.Count - path.IndexOf(w)).ToArray());
                    if (state[w] != New) continue;
                    Enter(w);
                    deeper = true;
                }

                if (deeper) continue;
                state[v] = Done;
                order[--first] = v;
                path.RemoveAt(path.Count - 1);
            }
        }

        return (order, null);

        void Enter(int v)
        {
            state[v] = OnPath;
            path.Add(v);
        }
    }
}
