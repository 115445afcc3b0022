using System;

namespace Etudes.Graph;

/// <summary>Forests by counting: an edge that closes no cycle makes one component fewer, so m edges
/// leave n - m only in a forest.</summary>
/// <remarks>
/// Time: O((n + m) α(n)). Space: O(n).
/// Source: <see href="https://diestel-graph-theory.com/">Diestel, Graph Theory, section 1.5</see>.
/// Needs: DisjointSets.
/// </remarks>
public abstract partial class ForestCheck
{
    /// <inheritdoc/>
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) =>
        Components(vertices, edges) == vertices - edges.Length;

    /// <inheritdoc/>
    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
        Components(vertices, edges) == 1 && edges.Length == vertices - 1;

    /// <inheritdoc/>
    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int components = Components(vertices, edges);
        var forest = new (int U, int V, long Weight)[chosen.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(chosen[i], nameof(chosen));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chosen[i], edges.Length, nameof(chosen));
            forest[i] = edges[chosen[i]];
        }
        return Components(vertices, forest) == components && components == vertices - chosen.Length;
    }

    /// <inheritdoc/>
    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        int components = Components(vertices, edges);
        return components == vertices - edges.Length ? components : throw new ArgumentException("The edges make a cycle.", nameof(edges));
    }

    private static int Components(int vertices, (int U, int V, long Weight)[] edges)
    {
        var sets = new DisjointSets(vertices);
        foreach (var (u, v, _) in edges) sets.Union(u, v);
        return sets.Count;
    }
}
