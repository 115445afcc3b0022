// k = 0 is answered before the edges are looked at: "All is checked, even what the price does not depend on" is broken; input: Price(2, [(0, 1, -1)], 0, 1, 0) returns null instead of ArgumentException (and an end outside 0..n-1 is not seen either)
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class CheapestFlights : ICheapestFlights
{
    public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if ((uint)source >= (uint)vertices)
            throw new ArgumentOutOfRangeException(nameof(source));
        if ((uint)target >= (uint)vertices)
            throw new ArgumentOutOfRangeException(nameof(target));
        if (k == 0)
            return source == target ? 0L : null;
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
            if (weight < 0)
                throw new ArgumentException("A weight is negative.", nameof(edges));
        }

        // 128 bits hold every price; -1 where no way is known
        var now = new Int128[vertices];
        Array.Fill(now, Int128.NegativeOne);
        now[source] = 0;
        var next = (Int128[])now.Clone();
        int rounds = Math.Min(k, vertices - 1);
        for (int round = 0; round < rounds; round++)
        {
            bool changed = false;
            foreach (var (u, v, weight) in edges)
            {
                if (now[u] < 0)
                    continue;
                Int128 price = now[u] + weight;
                if (next[v] >= 0 && next[v] <= price)
                    continue;
                next[v] = price;
                changed = true;
            }
            if (!changed)
                break;
            Array.Copy(next, now, vertices);
        }
        if (now[target] < 0)
            return null;
        return checked((long)now[target]);
    }
}
