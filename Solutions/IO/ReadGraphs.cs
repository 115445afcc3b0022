using System;
using System.Runtime.CompilerServices;

namespace Etudes.IO;

/// <summary>Edges for <see cref="FastReader"/>: two vertices each, which count from 0 or from 1,
/// with or without a weight. Vertices are returned from 0 on.</summary>
/// <remarks>
/// Time: O(1) per byte. Space: the edges.
/// Needs: FastReader, ReadNumbers, CompressedRows.
/// Source: <see href="https://judge.yosupo.jp/problem/shortest_path">Library Checker, Shortest
/// Path</see>, for the form of the input.
/// </remarks>
public static class ReadGraphs
{
    /// <summary>The next edges between so many vertices, with weights from min to max. The first
    /// vertex is <paramref name="from"/> in the input, 0 or 1. O(count).</summary>
    /// <exception cref="FormatException">One of the numbers is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int U, int V, long Weight)[] Edges(this FastReader input, int count, int vertices, long min = long.MinValue, long max = long.MaxValue, int from = 0)
    {
        var edges = new (int U, int V, long Weight)[count];
        for (int i = 0; i < count; i++) edges[i] = (input.Index(vertices, from), input.Index(vertices, from), input.Long(min, max));
        return edges;
    }

    /// <summary>The next edges between so many vertices, without weights. The first vertex is
    /// <paramref name="from"/> in the input, 0 or 1. O(count).</summary>
    /// <exception cref="FormatException">One of the numbers is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int U, int V)[] Pairs(this FastReader input, int count, int vertices, int from = 0)
    {
        var pairs = new (int U, int V)[count];
        for (int i = 0; i < count; i++) pairs[i] = (input.Index(vertices, from), input.Index(vertices, from));
        return pairs;
    }

    /// <summary>The neighbours of each of so many vertices, by the next edges, which have no
    /// weights. The first vertex is <paramref name="from"/> in the input, 0 or 1. If
    /// <paramref name="directed"/>, an edge leads only to its second vertex. O(count + vertices).</summary>
    /// <exception cref="FormatException">One of the numbers is no such number.</exception>
    public static CompressedRows Adjacency(this FastReader input, int count, int vertices, int from = 0, bool directed = false) =>
        new(vertices, input.Pairs(count, vertices, from), directed);
}
