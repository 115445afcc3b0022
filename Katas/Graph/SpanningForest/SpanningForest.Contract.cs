using System;

namespace Etudes.Graph;

/// <summary>A spanning forest: edges without a cycle that connect all that the
/// graph connects.</summary>
public interface ISpanningForest
{
    /// <summary>The indices of the edges of any one spanning forest, in any order. The input is
    /// left unchanged. O(n + m).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end
    /// outside 0..vertices-1.</exception>
    static abstract int[] Edges(int vertices, (int U, int V, long Weight)[] edges);
}
