// whether a vertex is reached by ways too dear for long is kept in one array that a round reads and writes, so such ways may take more than k flights: OverflowException is thrown although "there is such a way" of at most k edges is false; input: edges (0,1,long.MaxValue),(1,2,1),(2,3,1), source 0, target 3, k = 2 throws instead of null
using System;

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
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
            if (weight < 0)
                throw new ArgumentException("A weight is negative.", nameof(edges));
        }

        // -1 where no price is known that fits
        var now = new long[vertices];
        Array.Fill(now, -1L);
        now[source] = 0;
        var next = (long[])now.Clone();
        var tooDear = new bool[vertices];      // there is a way, but its price does not fit
        int rounds = Math.Min(k, vertices - 1);
        for (int round = 0; round < rounds; round++)
        {
            bool changed = false;
            foreach (var (u, v, weight) in edges)
            {
                if (now[u] >= 0 && weight <= long.MaxValue - now[u])
                {
                    long price = now[u] + weight;
                    if (next[v] < 0 || price < next[v])
                    {
                        next[v] = price;
                        changed = true;
                    }
                }
                else if ((now[u] >= 0 || tooDear[u]) && !tooDear[v])
                {
                    tooDear[v] = true;
                    changed = true;
                }
            }
            if (!changed)
                break;
            Array.Copy(next, now, vertices);
        }
        if (now[target] >= 0)
            return now[target];
        if (tooDear[target])
            throw new OverflowException("No way has a price that fits into 64 bits.");
        return null;
    }
}
