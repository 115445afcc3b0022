// of parallel edges the cheapest is kept in a dictionary under the key U * n + V, which overflows int for n > 46340, so different edges may fall together and one is lost (the least sum over all edges is promised, n up to 200000); input: n = 200000, edges (21475, 0, 1) and (0, 32704, 5), source 0, target 32704, k = 1: null instead of 5
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
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
            if (weight < 0)
                throw new ArgumentException("A weight is negative.", nameof(edges));
        }

        // of parallel edges the cheapest will do
        var cheapest = new Dictionary<int, (int U, int V, long Weight)>();
        foreach (var edge in edges)
        {
            int key = edge.U * vertices + edge.V;
            if (!cheapest.TryGetValue(key, out var other) || edge.Weight < other.Weight)
                cheapest[key] = edge;
        }
        var flights = new (int U, int V, long Weight)[cheapest.Count];
        cheapest.Values.CopyTo(flights, 0);

        // 128 bits hold every price; -1 where no way is known
        var now = new Int128[vertices];
        Array.Fill(now, Int128.NegativeOne);
        now[source] = 0;
        var next = (Int128[])now.Clone();
        int rounds = Math.Min(k, vertices - 1);
        for (int round = 0; round < rounds; round++)
        {
            bool changed = false;
            foreach (var (u, v, weight) in flights)
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
