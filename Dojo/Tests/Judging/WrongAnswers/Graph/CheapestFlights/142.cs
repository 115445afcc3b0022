// with source = target 0 is returned before the edges are looked at, so a negative weight or an end outside 0..n-1 does not throw there.
namespace Etudes.Graph;

public abstract class CheapestFlights : ICheapestFlights
{
    public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        Check(source, nameof(source));
        Check(target, nameof(target));
        if (source == target) return 0;

        foreach (var (u, v, w) in edges)
        {
            Check(u, nameof(edges));
            Check(v, nameof(edges));
            if (w < 0) throw new ArgumentException("A weight is negative.", nameof(edges));
        }

        // At most 2^18 weights below 2^63 are added: 128 bits are room enough.
        Int128[] price = new Int128[vertices];
        Array.Fill<Int128>(price, -1);
        price[source] = 0;
        var changes = new List<(int Vertex, Int128 Price)>();
        for (int round = Math.Min(k, vertices - 1); round > 0; round--)
        {
            changes.Clear();
            foreach (var (u, v, w) in edges)
                if (price[u] >= 0 && (price[v] < 0 || price[u] + w < price[v]))
                    changes.Add((v, price[u] + w));
            if (changes.Count == 0) break;
            foreach (var (v, p) in changes)
                if (price[v] < 0 || p < price[v]) price[v] = p;
        }

        return price[target] < 0 ? null : checked((long)price[target]);

        void Check(int vertex, string name)
        {
            if (vertex < 0 || vertex >= vertices) throw new ArgumentOutOfRangeException(name);
        }
    }
}
