// Breaks: "The edges are left unchanged, and may change afterwards; a path belongs to the caller, who may change it."
// How: a path that goes on from the end of the last one is copied from it. Edges (0,1,1), (1,2,1), source 0: p = PathTo(1) is [0, 1]; after
// p[0] = 7, PathTo(2) is [7, 1, 2]. (PathTo(1) itself is walked anew and right.)
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly long?[] _distance;
    private readonly int[] _from;
    private readonly int[] _steps;
    private int[] _path = [];
    private int _end = -1;

    private Dijkstra(long?[] distance, int[] from, int[] steps)
    {
        _distance = distance;
        _from = from;
        _steps = steps;
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
        bool negative = false;
        var first = new int[vertices];
        var next = new int[edges.Length];
        Array.Fill(first, -1);
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            negative |= weight < 0;
            next[i] = first[u];
            first[u] = i;
        }
        if (negative) throw new ArgumentException("A weight is negative.", nameof(edges));

        var distance = new long?[vertices];
        var from = new int[vertices];
        var steps = new int[vertices];
        var known = new ulong[vertices];
        Array.Fill(known, ulong.MaxValue);
        var heap = new PriorityQueue<int, ulong>();
        known[source] = 0;
        from[source] = -1;
        heap.Enqueue(source, 0);
        while (heap.TryDequeue(out int u, out ulong d))
        {
            if (distance[u] is not null) continue;
            distance[u] = checked((long)d);
            for (int i = first[u]; i >= 0; i = next[i])
            {
                int v = edges[i].V;
                ulong way = d + (ulong)edges[i].Weight; // both are below 2^63
                if (way >= known[v]) continue;
                known[v] = way;
                from[v] = u;
                steps[v] = steps[u] + 1;
                heap.Enqueue(v, way);
            }
        }
        return new Dijkstra(distance, from, steps);
    }

    public long? DistanceTo(int vertex) => _distance[Checked(vertex)];

    public int[]? PathTo(int vertex)
    {
        if (_distance[Checked(vertex)] is null) return null;
        var path = new int[_steps[vertex] + 1];
        int at = _steps[vertex];
        path[at] = vertex;
        for (int x = _from[vertex]; x >= 0; x = _from[x])
        {
            if (x == _end)
            {
                // Asked along a road, most of it is known from the last time.
                _path.AsSpan().CopyTo(path);
                break;
            }
            path[--at] = x;
        }
        _path = path;
        _end = vertex;
        return path;
    }

    private int Checked(int vertex) =>
        vertex >= 0 && vertex < _from.Length ? vertex : throw new ArgumentOutOfRangeException(nameof(vertex));
}
