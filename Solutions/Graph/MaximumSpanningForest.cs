using System;

namespace Etudes.Graph;

/// <summary>Kruskal's scan in the opposite order, from the heaviest edge to the lightest: ~w sorts
/// as -w would, but for every long.</summary>
/// <remarks>
/// Time: O(n + m log m). Space: O(n + m). Needs: DisjointSets.
/// Source: <see href="https://doi.org/10.1090/S0002-9939-1956-0078686-7">Kruskal, On the shortest
/// spanning subtree of a graph, 1956</see>.
/// </remarks>
public abstract partial class MaximumSpanningForest
{
    /// <inheritdoc/>
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        var trees = new DisjointSets(vertices);
        var (order, turned) = (new int[edges.Length], new long[edges.Length]);
        for (int i = 0; i < edges.Length; i++)
        {
            // Here, since the scan below may stop before it meets a bad edge.
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edges[i].U, (uint)vertices, nameof(edges));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edges[i].V, (uint)vertices, nameof(edges));
            (order[i], turned[i]) = (i, ~edges[i].Weight); // -long.MinValue is long.MinValue again: -w would take the lightest first
        }
        Array.Sort(turned, order);

        int taken = 0; // the edges of the forest are order[..taken], written over places already read
        Int128 total = 0; // of the weights as given: the sum of the turned ones may not fit
        for (int k = 0; k < order.Length && trees.Count > 1; k++)
        {
            if (!trees.Union(edges[order[k]].U, edges[order[k]].V)) continue;
            order[taken++] = order[k];
            total += ~turned[k];
        }
        return (order[..taken], checked((long)total));
    }
}
