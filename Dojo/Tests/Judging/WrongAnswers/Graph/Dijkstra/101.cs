// PathTo is promised in O(its length); it fills an array of n places from the back and cuts it, O(n) even for a path of one vertex (n = 200 000 and PathTo of 200 000 vertices next to the source: 4 * 10^10 places).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly long[] _distance;   // -1: out of reach
    private readonly int[] _before;

    private Dijkstra(long[] distance, int[] before)
    {
        _distance = distance;
        _before = before;
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (source < 0 || source >= vertices)
        {
            throw new ArgumentOutOfRangeException(nameof(source));
        }

        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        var head = new int[vertices];
        Array.Fill(head, -1);
        var next = new int[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            if (edges[e].Weight < 0)
            {
                throw new ArgumentException("A weight is negative.", nameof(edges));
            }

            next[e] = head[edges[e].U];
            head[edges[e].U] = e;
        }

        var best = new Int128[vertices];
        Array.Fill(best, Int128.NegativeOne);
        var before = new int[vertices];
        Array.Fill(before, -1);
        best[source] = 0;
        var queue = new PriorityQueue<int, Int128>();
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int u, out Int128 length))
        {
            if (length != best[u])
            {
                continue;
            }

            for (int e = head[u]; e >= 0; e = next[e])
            {
                int v = edges[e].V;
                Int128 way = length + edges[e].Weight;
                if (best[v] < 0 || way < best[v])
                {
                    best[v] = way;
                    before[v] = u;
                    queue.Enqueue(v, way);
                }
            }
        }

        var distance = new long[vertices];
        for (int v = 0; v < vertices; v++)
        {
            if (best[v] > long.MaxValue)
            {
                throw new OverflowException("A distance is beyond 64 bits.");
            }

            distance[v] = (long)best[v];
        }

        return new Dijkstra(distance, before);
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

        var path = new int[_before.Length];
        int first = path.Length;
        for (int v = vertex; v >= 0; v = _before[v])
        {
            path[--first] = v;
        }

        return path[first..];
    }

    private void Check(int vertex)
    {
        if (vertex < 0 || vertex >= _distance.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(vertex));
        }
    }
}
