using System;

namespace Etudes.Graph;

/// <summary>Whether edges make a forest or a tree. All input is left unchanged; all of it is
/// checked, even what the result does not depend on.</summary>
public interface IForestCheck
{
    /// <summary>Whether the edges make no cycle. A self-loop is a cycle, and so are two parallel
    /// edges. O((n + m) α(n)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end
    /// outside 0..vertices-1.</exception>
    static abstract bool IsForest(int vertices, (int U, int V, long Weight)[] edges);

    /// <summary>Whether the edges connect all vertices and make no cycle; a graph without vertices
    /// has no spanning tree. O((n + m) α(n)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end
    /// outside 0..vertices-1.</exception>
    static abstract bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges);

    /// <summary>Whether the chosen edges make no cycle and connect all that the edges connect.
    /// They are indices into edges, in any order; an index that stands there twice is a
    /// cycle. O((n + m) α(n)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, an edge has an end
    /// outside 0..vertices-1, or an index is outside edges.</exception>
    static abstract bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen);

    /// <summary>How many trees the forest has; a lone vertex is a tree. O((n + m) α(n)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end
    /// outside 0..vertices-1.</exception>
    /// <exception cref="ArgumentException">The edges make a cycle.</exception>
    static abstract int TreeCount(int vertices, (int U, int V, long Weight)[] edges);
}
