using System;
using Etudes.Heap;

namespace Etudes.Graph;

/// <summary>Shortest paths from one source: the nearest vertex that is not settled yet is settled,
/// and its edges relaxed.</summary>
/// <remarks>
/// Time: O((n + m) log n). Space: O(n + m) while searching, O(n) kept. Needs: IndexedHeap.
/// Source: <see href="https://doi.org/10.1007/BF01386390">Dijkstra 1959</see>.
/// </remarks>
public sealed partial class Dijkstra
{
    private const long Unreached = -1;
    private const long Zero = long.MinValue; // the priority of distance 0: above it there is room for the sum of any two longs

    private readonly int _source;
    private readonly long[] _distance;
    private readonly int[] _before; // the last vertex but one of the shortest path to each

    private Dijkstra(int vertices, int source)
    {
        _source = source;
        _before = new int[vertices];
        _distance = new long[vertices];
        Array.Fill(_distance, Unreached);
    }

    /// <inheritdoc/>
    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        var (first, outgoing) = Adjacency(vertices, edges);
        var paths = new Dijkstra(vertices, source);
        var heap = new IndexedHeap(vertices);
        heap.Push(source, Zero);
        while (heap.Count > 0)
        {
            var (u, priority) = heap.Pop();
            if (priority >= 0) throw new OverflowException($"the distance to vertex {u} is beyond 64 bits");
            paths._distance[u] = priority - Zero;
            foreach (var (v, weight) in outgoing.AsSpan(first[u]..first[u + 1]))
                if (paths._distance[v] == Unreached && Improve(heap, v, priority + weight))
                    paths._before[v] = u;
        }
        return paths;
    }

    /// <inheritdoc/>
    public long? DistanceTo(int vertex)
    {
        if ((uint)vertex >= (uint)_distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        return _distance[vertex] == Unreached ? null : _distance[vertex];
    }

    /// <inheritdoc/>
    public int[]? PathTo(int vertex)
    {
        if (DistanceTo(vertex) is null) return null;
        int length = 1;
        for (int v = vertex; v != _source; v = _before[v]) length++;
        var path = new int[length];
        for (int v = vertex; length > 0; v = _before[v]) path[--length] = v;
        return path;
    }

    private static bool Improve(IndexedHeap heap, int v, long priority)
    {
        if (!heap.Contains(v)) heap.Push(v, priority);
        else if (priority < heap.PriorityOf(v)) heap.Decrease(v, priority);
        else return false;
        return true;
    }

    /// <summary>The edges that leave u are those from first[u] up to first[u + 1] (compressed
    /// sparse rows).</summary>
    private static (int[] First, (int V, long Weight)[] Outgoing) Adjacency(int vertices, (int U, int V, long Weight)[] edges)
    {
        var first = new int[vertices + 1];
        foreach (var (u, v, weight) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (weight < 0) throw new ArgumentException("a weight is negative", nameof(edges));
            first[u]++;
        }
        for (int v = 1; v <= vertices; v++) first[v] += first[v - 1]; // where the edges of v end; setting them down backwards ...
        var outgoing = new (int, long)[edges.Length];
        foreach (var (u, v, weight) in edges) outgoing[--first[u]] = (v, weight); // ... leaves where they begin
        return (first, outgoing);
    }
}
