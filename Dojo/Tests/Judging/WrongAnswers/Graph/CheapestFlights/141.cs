// a way is dropped where its sum leaves 64 bits unless it is at the target just then, so when every way of at most k flights overflows at a stop before the target the result is null instead of OverflowException.
namespace Etudes.Graph;

public abstract class CheapestFlights : ICheapestFlights
{
    public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        if ((uint)target >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(target));
        foreach (var (u, v, w) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (w < 0) throw new ArgumentException("A weight is negative.", nameof(edges));
        }

        const long Unreached = -1;
        long[] price = new long[vertices], next = new long[vertices];
        Array.Fill(price, Unreached);
        price[source] = 0;
        bool tooDear = false;

        int rounds = Math.Min(k, vertices - 1);
        for (int round = 0; round < rounds; round++)
        {
            Array.Copy(price, next, vertices);
            bool changed = false;
            foreach (var (u, v, w) in edges)
            {
                if (price[u] == Unreached) continue;
                if (w > long.MaxValue - price[u])
                {
                    if (v == target) tooDear = true;
                    continue;
                }
                long sum = price[u] + w;
                if (next[v] == Unreached || sum < next[v])
                {
                    next[v] = sum;
                    changed = true;
                }
            }
            (price, next) = (next, price);
            if (!changed) break;
        }

        if (price[target] != Unreached) return price[target];
        if (tooDear) throw new OverflowException("No price fits into 64 bits.");
        return null;
    }
}
