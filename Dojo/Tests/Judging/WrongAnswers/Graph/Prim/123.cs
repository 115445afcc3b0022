// the queue is kept per thread between calls and emptied on the way out, which an OverflowException skips; breaks the next result: after Forest(3, [(0, 1, long.MinValue), (1, 2, long.MinValue), (0, 2, long.MinValue)]) threw, Forest(3, []) on that thread returns an edge and a total instead of ([], 0).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    // grown once, used by every call on this thread
    [ThreadStatic]
    private static PriorityQueue<(int Edge, int To), long>? s_queue;

    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var start = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "A vertex is outside 0..n-1.");
            start[u]++;
            start[v]++;
        }

        for (var v = 0; v < vertices; v++) start[v + 1] += start[v];
        var incident = new int[2 * edges.Length];
        for (var e = 0; e < edges.Length; e++)
        {
            incident[--start[edges[e].U]] = e;
            incident[--start[edges[e].V]] = e;
        }

        var tree = new int[vertices];
        Array.Fill(tree, -1);
        var trees = 0;
        var chosen = new List<int>();
        Int128 total = 0;
        var queue = s_queue ??= new PriorityQueue<(int Edge, int To), long>();
        for (var root = 0; root < vertices; root++)
        {
            if (tree[root] >= 0) continue;
            Join(root);
            while (chosen.Count < vertices - 1 && queue.TryDequeue(out var next, out var weight))
            {
                if (tree[next.To] >= 0) continue;
                chosen.Add(next.Edge);
                total += weight;
                Join(next.To);
            }

            trees++;
        }

        var sum = checked((long)total);
        queue.Clear();   // a tree of all vertices leaves heavier edges behind
        return (chosen.ToArray(), sum);

        void Join(int v)
        {
            tree[v] = trees;
            for (var i = start[v]; i < start[v + 1]; i++)
            {
                var (a, b, weight) = edges[incident[i]];
                var to = a == v ? b : a;
                if (tree[to] < 0) queue.Enqueue((incident[i], to), weight);
            }
        }
    }
}
