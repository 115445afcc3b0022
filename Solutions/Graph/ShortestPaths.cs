using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Etudes.Heap;

namespace Etudes.Graph;

/// <summary>Dijkstra's shortest paths for any kind of numbers, along edges that may lead both ways,
/// up to a target if there is one. A vertex may wait more than once: the first time counts.</summary>
/// <typeparam name="TWeight">int, long or double, say. Sums of doubles are rounded, edge by edge
/// along the path.</typeparam>
/// <remarks>
/// Time: O((n + m) log m). Space: O(n + m) while searching, O(n) kept. Needs: FourAryHeap.
/// It is over 100 lines since it tells vertices and edges of a path, and refuses what is no graph.
/// Source: <see href="https://doi.org/10.1007/BF01386390">Dijkstra 1959</see>.
/// </remarks>
public sealed class ShortestPaths<TWeight> where TWeight : INumber<TWeight>, IMinMaxValue<TWeight>
{
    private const int None = -1;

    private readonly Way[] _ways; // to each vertex the shortest that is known
    private readonly bool[] _isSettled; // apart, since most edges ask for nothing else

    private ShortestPaths(int vertices)
    {
        (_ways, _isSettled) = (new Way[vertices], new bool[vertices]);
        Array.Fill(_ways, new() { Before = None });
    }

    /// <summary>Finds the shortest paths from source. An edge leads from U to V, and from V to U
    /// unless <paramref name="directed"/>. With a target nothing farther than it is found.
    /// O((n + m) log m).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or source, target or an
    /// end of an edge is outside 0..vertices-1.</exception>
    /// <exception cref="ArgumentException">A weight is negative or no number.</exception>
    /// <exception cref="OverflowException">The distance to a vertex that can be reached is beyond
    /// TWeight.</exception>
    [OverloadResolutionPriority(1)] // for collection expressions
    public static ShortestPaths<TWeight> From(int vertices, ReadOnlySpan<(int U, int V, TWeight Weight)> edges, int source, bool directed = true, int? target = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        if (target is { } wanted && (uint)wanted >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(target));
        var (first, outgoing) = Adjacency(vertices, edges, directed);
        var paths = new ShortestPaths<TWeight>(vertices);
        paths.Search(first, outgoing, source, target);
        return paths;
    }

    /// <summary>The same of a list. O((n + m) log m).</summary>
    public static ShortestPaths<TWeight> From(int vertices, List<(int U, int V, TWeight Weight)> edges, int source, bool directed = true, int? target = null) =>
        From(vertices, CollectionsMarshal.AsSpan(edges), source, directed, target);

    /// <summary>The length of a shortest path to the vertex; false if there is none, or if it is
    /// farther than the target. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The vertex is outside 0..vertices-1.</exception>
    public bool TryDistance(int vertex, out TWeight distance)
    {
        if ((uint)vertex >= (uint)_ways.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        distance = _ways[vertex].Length;
        return _isSettled[vertex];
    }

    /// <summary>The vertices of a shortest path, source first and the vertex last; null where
    /// there is no distance. O(its length).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The vertex is outside 0..vertices-1.</exception>
    public int[]? PathTo(int vertex)
    {
        if (EdgesTo(vertex) is not { } edges) return null;
        var path = new int[edges.Length + 1];
        for (int place = edges.Length; place >= 0; vertex = _ways[vertex].Before) path[place--] = vertex;
        return path;
    }

    /// <summary>The indices of the edges of that path, in its order; null where there is no
    /// distance. O(its length).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The vertex is outside 0..vertices-1.</exception>
    public int[]? EdgesTo(int vertex)
    {
        if (!TryDistance(vertex, out _)) return null;
        int length = 0;
        for (int v = vertex; _ways[v].Before != None; v = _ways[v].Before) length++;
        var edges = new int[length];
        for (int v = vertex; length > 0; v = _ways[v].Before) edges[--length] = _ways[v].Edge;
        return edges;
    }

    private void Search(int[] first, (int V, int Edge, TWeight Weight)[] outgoing, int source, int? target)
    {
        var open = new FourAryHeap<(TWeight Distance, int Vertex), Nearer>();
        var isBeyond = new bool[first.Length]; // some way to it is longer than TWeight can tell
        open.Push((TWeight.Zero, source));
        while (open.TryPop(out var nearest))
        {
            var (distance, u) = nearest;
            if (_isSettled[u]) continue;
            _isSettled[u] = true;
            if (u == target) return;
            foreach (var (v, edge, weight) in outgoing.AsSpan(first[u]..first[u + 1]))
            {
                if (_isSettled[v]) continue;
                ref Way way = ref _ways[v];
                if (weight > TWeight.MaxValue - distance) isBeyond[v] = true;
                else if (way.Before == None || distance + weight < way.Length)
                {
                    way = new() { Length = distance + weight, Before = u, Edge = edge };
                    open.Push((distance + weight, v));
                }
            }
        }
        for (int v = 0; v < _ways.Length; v++)
            if (isBeyond[v] && !_isSettled[v]) throw new OverflowException($"the distance to vertex {v} is beyond what {typeof(TWeight).Name} can tell");
    }

    /// <summary>The edges that leave u are those from first[u] up to first[u + 1].</summary>
    private static (int[] First, (int V, int Edge, TWeight Weight)[] Outgoing) Adjacency(int vertices, ReadOnlySpan<(int U, int V, TWeight Weight)> edges, bool directed)
    {
        var first = new int[vertices + 1];
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (!(weight >= TWeight.Zero)) throw new ArgumentException("a weight is negative, or no number", nameof(edges));
            first[u]++;
            if (!directed) first[v]++;
        }
        for (int v = 1; v <= vertices; v++) first[v] += first[v - 1];
        var outgoing = new (int, int, TWeight)[first[vertices]];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            outgoing[--first[u]] = (v, i, weight);
            if (!directed) outgoing[--first[v]] = (u, i, weight);
        }
        return (first, outgoing);
    }

    /// <summary>To a vertex: its length, the vertex before, and the edge from there.</summary>
    private struct Way
    {
        public TWeight Length;
        public int Before, Edge;
    }

    private readonly struct Nearer : IComparer<(TWeight Distance, int Vertex)>
    {
        public int Compare((TWeight Distance, int Vertex) x, (TWeight Distance, int Vertex) y) => (x.Distance > y.Distance ? 1 : 0) - (x.Distance < y.Distance ? 1 : 0);
    }
}
