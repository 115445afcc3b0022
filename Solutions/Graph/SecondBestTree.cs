using System;

namespace Etudes.Graph;

/// <summary>
/// Kruskal's algorithm over trees that union by size keeps at most log2 n high. Each link remembers
/// which union made it, the later the nearer to the root. For an edge left out, whichever end was
/// linked earlier climbs, until the two ends meet. The last union on their ways connected them: its
/// edge is the heaviest between them in the spanning tree, and the one to give up.
/// </summary>
/// <remarks>
/// Time: O(n + m log m). Space: O(n + m).
/// Source: <see href="https://doi.org/10.1145/322154.322161">Tarjan, Applications of path
/// compression on balanced trees, 1979</see>.
/// </remarks>
public abstract partial class SecondBestTree
{
    private const int Never = int.MaxValue; // a root has not been linked

    /// <inheritdoc/>
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        var (parent, size, linked) = Alone(vertices);
        var tree = new long[vertices]; // the weight of each union, ascending
        int unions = 0;
        Int128 total = 0, least = Int128.MaxValue; // what the cheapest exchange of one edge adds
        foreach (var (u, v, weight) in Ascending(vertices, edges))
        {
            if (u == v) continue;
            var (x, y, last) = Climb(u, v, parent, linked);
            if (x == y)
            {
                least = Int128.Min(least, (Int128)weight - tree[last]);
                continue;
            }
            if (size[x] > size[y]) (x, y) = (y, x);
            parent[x] = y;
            size[y] += size[x];
            linked[x] = unions;
            tree[unions++] = weight;
            total += weight;
        }
        return unions == vertices - 1 && least < Int128.MaxValue ? checked((long)(total + least)) : null;
    }

    /// <summary>Where u and v meet, and the last union on their ways there; or their
    /// two roots.</summary>
    private static (int X, int Y, int Last) Climb(int u, int v, int[] parent, int[] linked)
    {
        int last = 0;
        while (u != v)
        {
            if (linked[u] > linked[v]) (u, v) = (v, u);
            if (linked[u] == Never) break;
            last = linked[u];
            u = parent[u];
        }
        return (u, v, last);
    }

    private static (int[] Parent, int[] Size, int[] Linked) Alone(int vertices)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        int[] size = new int[vertices], linked = new int[vertices];
        Array.Fill(size, 1);
        Array.Fill(linked, Never);
        return (new int[vertices], size, linked);
    }

    private static (int U, int V, long Weight)[] Ascending(int vertices, (int U, int V, long Weight)[] edges)
    {
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges), $"edge {u}-{v}");
        var sorted = edges.AsSpan().ToArray();
        Array.Sort(sorted, (a, b) => a.Weight.CompareTo(b.Weight));
        return sorted;
    }
}
