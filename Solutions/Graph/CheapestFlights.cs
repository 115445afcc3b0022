using System;

namespace Etudes.Graph;

/// <summary>Cheapest ways by rounds: what k edges can do is one edge more than what k - 1 can.</summary>
/// <remarks>
/// Time: O(k (n + m)), with k at most n - 1. Space: O(n).
/// Source: <see href="https://doi.org/10.1090/qam/102435">Bellman 1958</see>.
/// </remarks>
public abstract partial class CheapestFlights
{
    private const ulong Unreached = ulong.MaxValue;
    private const ulong TooMuch = 1UL << 63; // what it and any weight add up to fits

    /// <inheritdoc/>
    public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        Check(vertices, edges, source, target, k);
        ulong[] least = new ulong[vertices], before = new ulong[vertices];
        Array.Fill(least, Unreached);
        least[source] = 0;
        bool changed = true;
        for (int round = 1; changed && round <= Math.Min(k, vertices - 1); round++)
        {
            least.CopyTo(before, 0); // so that no way grows by two edges in one round
            changed = false;
            foreach (var (u, v, weight) in edges)
            {
                if (before[u] == Unreached) continue;
                ulong sum = Math.Min(before[u] + (ulong)weight, TooMuch);
                if (sum >= least[v]) continue;
                (least[v], changed) = (sum, true);
            }
        }
        if (least[target] == TooMuch) throw new OverflowException("the price is beyond 64 bits");
        return least[target] == Unreached ? null : (long)least[target];
    }

    private static void Check(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        if ((uint)target >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(target));
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (weight < 0) throw new ArgumentException("a weight is negative", nameof(edges));
        }
    }
}
