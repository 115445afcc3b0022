// sums the upper and the lower 32 bits of the weights apart, and puts them together by a checked product that overflows when the lower sum has carries to give; breaks "One that fits is right, even where partial sums do not fit": Forest(3, [(0, 1, long.MinValue + 1), (1, 2, -1)]) throws OverflowException though the total is long.MinValue.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Prim : IPrim
{
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
        // halves of 32 bits: 2e5 of them fit into long
        long high = 0, low = 0;
        var queue = new PriorityQueue<(int Edge, int To), long>();
        for (var root = 0; root < vertices; root++)
        {
            if (tree[root] >= 0) continue;
            Join(root);
            while (queue.TryDequeue(out var next, out var weight))
            {
                if (tree[next.To] >= 0) continue;
                chosen.Add(next.Edge);
                high += weight >> 32;
                low += weight & 0xFFFFFFFFL;
                Join(next.To);
            }

            trees++;
        }

        return (chosen.ToArray(), checked(high * (1L << 32) + low));

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
