// a total that fits is right even where the opposite total does not fit: 3, [(0, 1, 2^62), (1, 2, 2^62 - 1)] throws OverflowException instead of giving 2^63 - 1, as the sum of the ~w is beyond 64 bits.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var flipped = new (int U, int V, long Weight)[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }

            flipped[i] = (u, v, ~weight);
        }

        var (chosen, opposite) = MinimumForest(vertices, flipped);
        if (chosen.Length == 0)
        {
            return (chosen, 0);
        }

        // The sum of ~w is -(sum of w) - count, so the sum of w is ~opposite - (count - 1).
        return (chosen, checked(~opposite - (chosen.Length - 1)));
    }

    private static (int[] Edges, long Total) MinimumForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        var order = new int[edges.Length];
        var weights = new long[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            order[i] = i;
            weights[i] = edges[i].Weight;
        }

        Array.Sort(weights, order);
        var parent = new int[vertices];
        Array.Fill(parent, -1);   // a root holds minus its size
        var chosen = new List<int>();
        Int128 total = 0;
        foreach (int i in order)
        {
            int a = Find(edges[i].U);
            int b = Find(edges[i].V);
            if (a == b)
            {
                continue;
            }

            if (parent[a] > parent[b])
            {
                (a, b) = (b, a);
            }

            parent[a] += parent[b];
            parent[b] = a;
            chosen.Add(i);
            total += edges[i].Weight;
        }

        return (chosen.ToArray(), checked((long)total));

        int Find(int x)
        {
            while (parent[x] >= 0)
            {
                int up = parent[x];
                if (parent[up] >= 0)
                {
                    parent[x] = parent[up];
                }

                x = up;
            }

            return x;
        }
    }
}
