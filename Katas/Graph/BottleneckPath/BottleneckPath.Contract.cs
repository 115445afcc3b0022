using System;

namespace Etudes.Graph;

/// <summary>For any two vertices, the smallest limit at which edges no heavier than it
/// connect them.</summary>
public interface IBottleneckPath<TSelf> where TSelf : IBottleneckPath<TSelf>
{
    /// <summary>Prepares for queries. The edges are left unchanged, and not
    /// read again. O(n + m log m).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an end of an edge is
    /// outside 0..vertices-1.</exception>
    static abstract TSelf Of(int vertices, (int U, int V, long Weight)[] edges);

    /// <summary>
    /// The smallest possible largest weight on a path between two vertices, null if no path
    /// connects them. From a vertex to itself no edge is needed, and the largest of no weights is
    /// <see cref="long.MinValue"/>. O(log n).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">u or v is outside 0..vertices-1.</exception>
    long? Between(int u, int v);
}
