using System;

namespace Etudes.Graph;

/// <summary>The shortest paths from one source to every vertex of a directed graph without
/// negative weights.</summary>
public interface IDijkstra<TSelf> where TSelf : IDijkstra<TSelf>
{
    /// <summary>Finds the shortest paths from source; every edge runs from U to V. The edges are
    /// left unchanged, and not read again. O((n + m) log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or source or an end of
    /// an edge is outside 0..vertices-1.</exception>
    /// <exception cref="ArgumentException">A weight is negative, even that of an edge out of the
    /// source's reach.</exception>
    /// <exception cref="OverflowException">The distance to a vertex that can be reached is beyond
    /// 64 bits.</exception>
    static abstract TSelf From(int vertices, (int U, int V, long Weight)[] edges, int source);

    /// <summary>The least sum of weights on a path from source to the vertex, null if there is no
    /// path. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The vertex is
    /// outside 0..vertices-1.</exception>
    long? DistanceTo(int vertex);

    /// <summary>The vertices of a shortest path, source first and the vertex last, in an array of
    /// its own; null if there is no path. O(its length).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The vertex is
    /// outside 0..vertices-1.</exception>
    int[]? PathTo(int vertex);
}
