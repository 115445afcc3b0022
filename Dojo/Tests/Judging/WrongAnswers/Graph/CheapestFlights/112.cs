// a k beyond n - 1 must cost no more than n - 1; the rounds end when nothing is left to go on from, but a vertex reached again for the same price counts, so with a cycle of weight 0, as in 2, [(0, 1, 0), (1, 0, 0)], k = 2^31 - 1 takes 2^31 - 1 rounds.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class CheapestFlights : ICheapestFlights
{
    public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        CheckVertex(source, vertices, nameof(source));
        CheckVertex(target, vertices, nameof(target));
        foreach (var (u, v, weight) in edges)
        {
            CheckVertex(u, vertices, nameof(edges));
            CheckVertex(v, vertices, nameof(edges));
            if (weight < 0)
            {
                throw new ArgumentException("A weight is negative.", nameof(edges));
            }
        }

        var first = new int[vertices];
        Array.Fill(first, -1);
        var next = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            next[e] = first[edges[e].U];
            first[edges[e].U] = e;
        }

        // Sums of fewer than 2^31 weights fit into 128 bits.
        var price = new Int128[vertices];
        Array.Fill(price, Int128.NegativeOne);
        price[source] = 0;
        var reachedIn = new int[vertices];
        Array.Fill(reachedIn, -1);
        var now = new List<int> { source };
        var then = new List<int>();
        var offers = new List<(int Vertex, Int128 Sum)>();
        for (int round = 0; round < k && now.Count > 0; round++)
        {
            // All offers of a round come from the prices of the round before.
            offers.Clear();
            foreach (int u in now)
            {
                for (int e = first[u]; e >= 0; e = next[e])
                {
                    offers.Add((edges[e].V, price[u] + edges[e].Weight));
                }
            }

            then.Clear();
            foreach (var (v, sum) in offers)
            {
                if (price[v] >= 0 && sum > price[v])
                {
                    continue;
                }

                price[v] = sum;
                if (reachedIn[v] != round)
                {
                    reachedIn[v] = round;
                    then.Add(v);
                }
            }

            (now, then) = (then, now);
        }

        if (price[target] < 0)
        {
            return null;
        }

        return checked((long)price[target]);
    }

    private static void CheckVertex(int x, int vertices, string name)
    {
        if (x < 0 || x >= vertices)
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
