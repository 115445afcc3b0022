// null where there is no way, and a dearer way that overflows must not throw: an overflow on a way that leads elsewhere makes [(0, 1, 2^63 - 1), (1, 2, 1)] from 0 to 3 (n = 4, k = 2) throw OverflowException instead of giving null.
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

        var cost = new long[vertices];
        Array.Fill(cost, -1);
        cost[source] = 0;
        bool tooDear = false;
        var active = new List<int> { source };
        var offers = new List<(int Vertex, long Price)>();
        var lastRound = new int[vertices];
        int rounds = Math.Min(k, vertices - 1);
        for (int round = 1; round <= rounds && active.Count > 0; round++)
        {
            offers.Clear();
            foreach (int u in active)
            {
                for (int e = head[u]; e >= 0; e = next[e])
                {
                    if (edges[e].Weight > long.MaxValue - cost[u])
                    {
                        tooDear = true;   // no price in 64 bits this way
                        continue;
                    }

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
        }

        if (cost[target] >= 0)
        {
            return cost[target];
        }

        if (tooDear)
        {
            throw new OverflowException("The least price is beyond 64 bits.");
        }

        return null;
    }
}
