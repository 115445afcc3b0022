// the least sum: the rounds end as soon as one does not improve the target, e.g. [(0, 3, 500), (0, 1, 1), (1, 2, 1), (2, 3, 1)] from 0 to 3 with k = 3 gives 500 instead of 3.
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
        var active = new List<int> { source };
        var lastRound = new int[vertices];
        for (int round = 1; round <= Math.Min(k, vertices - 1) && active.Count > 0; round++)
        {
            Int128 before = cost[target];
            var offers = new List<(int Vertex, Int128 Price)>();
            foreach (int u in active)
            {
                for (int e = head[u]; e >= 0; e = next[e])
                {
                    offers.Add((edges[e].V, cost[u] + edges[e].Weight));
                }
            }

            active.Clear();
            foreach (var (v, price) in offers)
            {
                if (cost[v] >= 0 && price >= cost[v])
                {
                    continue;
                }

                cost[v] = price;
                if (lastRound[v] != round)
                {
                    lastRound[v] = round;
                    active.Add(v);
                }
            }

            if (before >= 0 && cost[target] == before)
            {
                break;   // the price has settled
            }
        }

        if (cost[target] < 0)
        {
            return null;
        }

        if (cost[target] > long.MaxValue)
        {
            throw new OverflowException("The least price is beyond 64 bits.");
        }

        return (long)cost[target];
    }
}
