// the cheapest way of at most k edges: a vertex is settled by its cheapest way even if that has used up the flights, e.g. [(0, 1, 1), (1, 2, 1), (0, 2, 5), (2, 3, 1)] from 0 to 3 with k = 2 gives null instead of 6.
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

        var settled = new bool[vertices];
        var queue = new PriorityQueue<(int Vertex, int Flights), (Int128 Price, int Flights)>();
        queue.Enqueue((source, 0), (0, 0));
        while (queue.TryDequeue(out var reached, out var way))
        {
            var (u, flights) = reached;
            if (settled[u])
            {
                continue;
            }

            settled[u] = true;
            if (u == target)
            {
                if (way.Price > long.MaxValue)
                {
                    throw new OverflowException("The least price is beyond 64 bits.");
                }

                return (long)way.Price;
            }

            if (flights == k)
            {
                continue;
            }

            for (int e = head[u]; e >= 0; e = next[e])
            {
                int v = edges[e].V;
                if (!settled[v])
                {
                    queue.Enqueue((v, flights + 1), (way.Price + edges[e].Weight, flights + 1));
                }
            }
        }

        return null;
    }
}
