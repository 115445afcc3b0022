using System;

namespace Etudes.Graph;

/// <summary>Smallest possible heaviest edge between two vertices: Kruskal, in whose union-find
/// every link remembers its edge.</summary>
/// <remarks>
/// Time: O(n + m log m) to prepare, O(log n) per query. Space: O(n + m) to prepare, O(n) kept.
/// Source: <see href="https://doi.org/10.1287/opre.9.6.898">Hu, The Maximum Capacity Route
/// Problem, 1961</see>.
/// </remarks>
public sealed partial class BottleneckPath
{
    private const int Root = int.MaxValue; // younger than any link

    // Union by size without compression: log2 n deep, and every link is older than the one
    // above it.
    private readonly int[] _parent;
    private readonly int[] _age; // which join made the link to the parent: 0 is the first; Root if there is no link
    private readonly long[] _weight; // of the edge that made a join

    private BottleneckPath(int n)
    {
        (_parent, _age, _weight) = (new int[n], new int[n], new long[n]);
        for (int v = 0; v < n; v++) (_parent[v], _age[v]) = (v, Root);
    }

    /// <inheritdoc/>
    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));
        long[] weights = Array.ConvertAll(edges, edge => edge.Weight);
        var ascending = new int[edges.Length];
        for (int i = 0; i < ascending.Length; i++) ascending[i] = i;
        Array.Sort(weights, ascending);

        var paths = new BottleneckPath(vertices);
        var size = new int[vertices];
        Array.Fill(size, 1);
        int joins = 0;
        foreach (int i in ascending)
        {
            int large = paths.RootOf(edges[i].U), small = paths.RootOf(edges[i].V);
            if (large == small) continue;
            if (size[large] < size[small]) (large, small) = (small, large);
            size[large] += size[small];
            (paths._parent[small], paths._age[small]) = (large, joins);
            paths._weight[joins++] = edges[i].Weight;
        }
        return paths;
    }

    /// <inheritdoc/>
    public long? Between(int u, int v)
    {
        if ((uint)u >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if ((uint)v >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(v));
        long bottleneck = long.MinValue;
        while (u != v)
        {
            if (_age[u] > _age[v]) (u, v) = (v, u);
            if (_age[u] == Root) return null; // both are roots
            bottleneck = _weight[_age[u]]; // never less than before, for joins go from light to heavy
            u = _parent[u];
        }
        return bottleneck;
    }

    private int RootOf(int v)
    {
        while (_age[v] != Root) v = _parent[v];
        return v;
    }
}
