using System;

namespace Etudes.Graph;

/// <summary>The second lightest of all spanning trees of a graph.</summary>
public interface ISecondBestTree
{
    /// <summary>
    /// The least weight of a spanning tree that differs from a minimum spanning tree in at least
    /// one edge. If two trees reach the least weight, it is that weight. Parallel edges are
    /// different edges. Null if the graph does not have two spanning trees, as when it is
    /// disconnected or has at most one vertex. The input is left unchanged. O(n + m log m).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end
    /// outside 0..vertices-1.</exception>
    /// <exception cref="OverflowException">The result does not fit 64 bits.</exception>
    static abstract long? Weight(int vertices, (int U, int V, long Weight)[] edges);
}
