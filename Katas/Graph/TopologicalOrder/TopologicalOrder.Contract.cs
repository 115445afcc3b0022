using System;

namespace Etudes.Graph;

/// <summary>An order of the vertices of a directed graph in which every edge leads forward, or a
/// cycle where there is none.</summary>
public interface ITopologicalOrder
{
    /// <summary>Order has each vertex once, and of every edge U before V. It is null just when
    /// there is no such order. Then Cycle has the vertices of a cycle, each once: an edge leads
    /// from each to the next, and one from the last to the first. Otherwise Cycle is null. The
    /// edges are left unchanged, and both arrays are the caller's own. O(n + m).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an edge has an end
    /// outside 0..vertices-1, even where the others make a cycle.</exception>
    static abstract (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges);
}
