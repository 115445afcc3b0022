// Breaks: "Weights lie anywhere in 0 .. 2^63 - 1." and "The least sum of weights on a path from source to the vertex, null if there is no path."
// How: From(2, [(0, 1, long.MaxValue)], 0).DistanceTo(1) is null instead of long.MaxValue, and PathTo(1) too: long.MaxValue means "not
// seen", and a way of just that length is not shorter.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    const long Unseen = long.MaxValue;
    readonly long[] _distance;
    readonly int[] _from;

    Dijkstra(long[] distance, int[] from)
    {
        _distance = distance;
        _from = from;
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
        int[] head = new int[vertices], next = new int[edges.Length];
        Array.Fill(head, -1);
        bool negative = false;
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, weight) = edges[e];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            negative |= weight < 0;
            next[e] = head[u];
            head[u] = e;
        }
        if (negative) throw new ArgumentException("A weight is negative.", nameof(edges));

        long[] distance = new long[vertices];
        int[] from = new int[vertices];
        bool[] settled = new bool[vertices], tooFar = new bool[vertices];
        Array.Fill(distance, Unseen);
        Array.Fill(from, -1);
        distance[source] = 0;
        var heap = new PriorityQueue<int, long>();
        heap.Enqueue(source, 0);
        while (heap.TryDequeue(out int u, out _))
        {
            if (settled[u]) continue;
            settled[u] = true;
            for (int e = head[u]; e >= 0; e = next[e])
            {
                int v = edges[e].V;
                if (edges[e].Weight > long.MaxValue - distance[u])
                {
                    // Beyond 64 bits: wrong only if no other way is found.
                    tooFar[v] = true;
                    continue;
                }
                long way = distance[u] + edges[e].Weight;
                if (way < distance[v])
                {
                    distance[v] = way;
                    from[v] = u;
                    heap.Enqueue(v, way);
                }
            }
        }
        for (int v = 0; v < vertices; v++)
            if (tooFar[v] && !settled[v]) throw new OverflowException("A distance is beyond 64 bits.");
        return new Dijkstra(distance, from);
    }

    public long? DistanceTo(int vertex)
    {
        if (vertex < 0 || vertex >= _distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        return _distance[vertex] == Unseen ? null : _distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        if (DistanceTo(vertex) is null) return null;
        int length = 1;
        for (int v = vertex; _from[v] >= 0; v = _from[v]) length++;
        int[] path = new int[length];
        for (int v = vertex; v >= 0; v = _from[v]) path[--length] = v;
        return path;
    }
}
