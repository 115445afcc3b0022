using System;

namespace Etudes.Graph;

/// <summary>A minimum spanning tree of a directed graph, all of its edges leading away from
/// a root.</summary>
public interface IArborescence
{
    /// <summary>
    /// The indices of the vertices - 1 edges, in any order, that lead from root to every other
    /// vertex with the least sum of weights, and that sum; null if root cannot reach some vertex.
    /// Every edge runs from U to V; any of several minima will do. The edges are left
    /// unchanged. O(n + m log m).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or root or an end of an
    /// edge is outside 0..vertices-1.</exception>
    /// <exception cref="OverflowException">The least sum is beyond 64 bits.</exception>
    static abstract (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root);
}
