using System;

namespace Etudes.Graph;

/// <summary>The second lightest of all spanning trees of a graph.</summary>
public interface ISecondBestTree
{
    /// <summary>
    /// The least weight of a spanning tree that differs in at least one edge from a minimum spanning tree, and so the least weight
    /// itself when that is reached twice. Parallel edges are different edges. Null where there are not two spanning trees: a
    /// disconnected graph and one of at most one vertex included. The input is left unchanged. O(n + m log m).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end outside 0..vertices-1.</exception>
    /// <exception cref="OverflowException">The result does not fit 64 bits.</exception>
    static abstract long? Weight(int vertices, (int U, int V, long Weight)[] edges);
}
