using System;

namespace Etudes.Graph;

/// <summary>A minimum spanning forest, taken edge by edge from the lightest.</summary>
public interface IKruskal
{
    /// <summary>
    /// The edges of a minimum spanning forest of an undirected graph, as indices into
    /// <paramref name="edges"/> in any order, and the sum of their weights. Every component gets
    /// its tree; self-loops, parallel edges and isolated vertices are legal, and weights may be
    /// negative. O(n + m log m).
    /// </summary>
    /// <param name="vertices">Their number n; they are 0..n-1.</param>
    /// <param name="edges">Left unchanged.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is negative, or a vertex of any edge is
    /// outside 0..n-1.</exception>
    /// <exception cref="OverflowException">The total does not fit into 64 bits; a total that fits
    /// is right, whatever its partial sums are.</exception>
    static abstract (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges);
}
