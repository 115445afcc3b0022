// a price that fits in long is the answer; sums are cut off at 2^63 - 1, which then stands for "too dear", so a price of just 2^63 - 1, as of 2, [(0, 1, 2^63 - 1)] from 0 to 1 with k = 1, throws OverflowException instead.
using System;

namespace Etudes.Graph;

public abstract class CheapestFlights : ICheapestFlights
{
    private const long None = -1;
    private const long TooDear = long.MaxValue;

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

        var price = new long[vertices];
        Array.Fill(price, None);
        price[source] = 0;
        var before = new long[vertices];
        int rounds = Math.Min(k, vertices - 1);
        bool changed = true;
        for (int round = 0; round < rounds && changed; round++)
        {
            changed = false;
            price.CopyTo(before, 0);
            foreach (var (u, v, weight) in edges)
            {
                if (before[u] == None)
                {
                    continue;
                }

                long sum = before[u] > TooDear - weight ? TooDear : before[u] + weight;
                if (price[v] == None || sum < price[v])
                {
                    price[v] = sum;
                    changed = true;
                }
            }
        }

        return price[target] switch
        {
            None => null,
            TooDear => throw new OverflowException("The price is beyond 64 bits."),
            long fits => fits,
        };
    }

    private static void CheckVertex(int x, int vertices, string name)
    {
        if (x < 0 || x >= vertices)
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
