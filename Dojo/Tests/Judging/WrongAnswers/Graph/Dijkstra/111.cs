// PathTo gives the vertices of a shortest path; a way of equal length replaces the known one even at a settled vertex, so weights of 0 close a circle of predecessors: in 2, [(0, 1, 5), (1, 1, 0)] or 3, [(0, 1, 5), (1, 2, 0), (2, 1, 0)] from 0, PathTo(1) never ends.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly int _source;
    private readonly long[] _distance;
    private readonly int[] _via;

    private Dijkstra(int source, long[] distance, int[] via)
    {
        _source = source;
        _distance = distance;
        _via = via;
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source, vertices);
        foreach (var (u, v, weight) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }

            if (weight < 0)
            {
                throw new ArgumentException("A weight is negative.", nameof(edges));
            }
        }

        var first = new int[vertices];
        Array.Fill(first, -1);
        var next = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            next[e] = first[edges[e].U];
            first[edges[e].U] = e;
        }

        var best = new Int128[vertices];
        Array.Fill(best, Int128.MaxValue);
        best[source] = 0;
        var via = new int[vertices];
        Array.Fill(via, -1);
        var settled = new bool[vertices];
        var queue = new PriorityQueue<int, Int128>();
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int u, out _))
        {
            if (settled[u])
            {
                continue;
            }

            settled[u] = true;
            for (int e = first[u]; e >= 0; e = next[e])
            {
                int v = edges[e].V;
                Int128 way = best[u] + edges[e].Weight;
                if (way <= best[v])
                {
                    best[v] = way;
                    via[v] = u;
                    queue.Enqueue(v, way);
                }
            }
        }

        var distance = new long[vertices];
        for (int v = 0; v < vertices; v++)
        {
            distance[v] = settled[v] ? checked((long)best[v]) : -1;
        }

        return new Dijkstra(source, distance, via);
    }

    public long? DistanceTo(int vertex)
    {
        Check(vertex);
        return _distance[vertex] < 0 ? null : _distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        Check(vertex);
        if (_distance[vertex] < 0)
        {
            return null;
        }

        int length = 1;
        for (int v = vertex; v != _source; v = _via[v])
        {
            length++;
        }

        var path = new int[length];
        int at = vertex;
        for (int i = length - 1; i > 0; i--)
        {
            path[i] = at;
            at = _via[at];
        }

        path[0] = _source;
        return path;
    }

    private void Check(int vertex)
    {
        if (vertex < 0 || vertex >= _distance.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(vertex));
        }
    }
}
