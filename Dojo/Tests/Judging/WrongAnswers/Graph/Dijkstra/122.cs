// sums in ulong, where two weights always fit, and looks for distances beyond long at the end, but a third weight wraps round and then shortens what was too far; breaks "If the distance to a vertex that can be reached does not fit in long, From throws OverflowException": with M = long.MaxValue, From(4, [(0, 1, M), (1, 2, M), (2, 3, M), (3, 2, 0)], 0) does not throw.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly long[] _distance;
    private readonly int[] _before;
    private readonly int[] _steps;

    private Dijkstra(long[] distance, int[] before, int[] steps) => (_distance, _before, _steps) = (distance, before, steps);

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
        var start = new int[vertices + 1];
        foreach (var (u, v, weight) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "A vertex is outside 0..n-1.");
            if (weight < 0) throw new ArgumentException("A weight is negative.", nameof(edges));
            start[u + 1]++;
        }

        for (var v = 0; v < vertices; v++) start[v + 1] += start[v];
        var place = start.AsSpan(0, vertices).ToArray();
        var to = new int[edges.Length];
        var length = new long[edges.Length];
        foreach (var (u, v, weight) in edges)
        {
            to[place[u]] = v;
            length[place[u]++] = weight;
        }

        var distance = new ulong[vertices];   // a sum of two lengths fits
        var before = new int[vertices];
        var steps = new int[vertices];
        Array.Fill(distance, ulong.MaxValue);
        Array.Fill(before, -1);
        var queue = new PriorityQueue<int, ulong>();
        distance[source] = 0;
        steps[source] = 1;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out var u, out var d))
        {
            if (d != distance[u]) continue;
            for (var i = start[u]; i < start[u + 1]; i++)
            {
                var v = to[i];
                var way = d + (ulong)length[i];
                if (distance[v] <= way) continue;
                (distance[v], before[v], steps[v]) = (way, u, steps[u] + 1);
                queue.Enqueue(v, way);
            }
        }

        for (var v = 0; v < vertices; v++)
        {
            if (distance[v] != ulong.MaxValue && distance[v] > long.MaxValue)
                throw new OverflowException("A distance is beyond 64 bits.");
        }

        return new Dijkstra(Array.ConvertAll(distance, d => d == ulong.MaxValue ? -1 : (long)d), before, steps);
    }

    public long? DistanceTo(int vertex)
    {
        Check(vertex);
        return _distance[vertex] < 0 ? null : _distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        Check(vertex);
        if (_distance[vertex] < 0) return null;
        var path = new int[_steps[vertex]];
        for (var i = path.Length - 1; i >= 0; i--)
        {
            path[i] = vertex;
            vertex = _before[vertex];
        }

        return path;
    }

    private void Check(int vertex)
    {
        if (vertex < 0 || vertex >= _distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
    }
}
