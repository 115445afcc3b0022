using System;

namespace Etudes.Graph;

/// <summary>What a set of edges is. All input is left unchanged; all of it is checked, also what the result does not depend on.</summary>
public interface IForestCheck
{
    /// <summary>Whether the edges make no cycle. A self-loop is a cycle, and so are two parallel edges. O((n + m) α(n)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end outside 0..vertices-1.</exception>
    static abstract bool IsForest(int vertices, (int U, int V, long Weight)[] edges);

    /// <summary>Whether the edges connect all vertices and make no cycle; of no vertices there is no tree. O((n + m) α(n)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end outside 0..vertices-1.</exception>
    static abstract bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges);

    /// <summary>Whether the chosen edges make no cycle and connect all that the edges connect. O((n + m) α(n)).</summary>
    /// <param name="vertices">How many vertices the graph has.</param>
    /// <param name="edges">All edges of the graph.</param>
    /// <param name="chosen">Indices into edges, in any order; one that stands there twice is a cycle.</param>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, an edge has an end outside 0..vertices-1,
    /// or an index is outside edges.</exception>
    static abstract bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen);

    /// <summary>How many trees the forest has; a vertex alone is one. O((n + m) α(n)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end outside 0..vertices-1.</exception>
    /// <exception cref="ArgumentException">The edges make a cycle.</exception>
    static abstract int TreeCount(int vertices, (int U, int V, long Weight)[] edges);
}
