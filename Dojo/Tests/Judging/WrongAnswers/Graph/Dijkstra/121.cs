// throws as soon as a way beyond 64 bits is the first one to a vertex, though a shorter one may be found later; breaks "A longer way that is not taken may overflow; it must neither throw": From(4, [(0, 1, long.MaxValue - 10), (0, 2, long.MaxValue - 5), (1, 3, 100), (2, 3, 1)], 0) throws, and the distance to 3 is long.MaxValue - 4.
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

        var distance = new long[vertices];
        var before = new int[vertices];
        var steps = new int[vertices];
        Array.Fill(distance, -1);
        Array.Fill(before, -1);
        var settled = new bool[vertices];
        var queue = new PriorityQueue<int, long>();
        distance[source] = 0;
        steps[source] = 1;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out var u, out var d))
        {
            if (settled[u]) continue;
            settled[u] = true;
            for (var i = start[u]; i < start[u + 1]; i++)
            {
                var v = to[i];
                if (length[i] > long.MaxValue - d)
                {
                    // no way to v so far, and this one does not fit; one that is known is shorter
                    if (distance[v] < 0) throw new OverflowException("A distance is beyond 64 bits.");
                    continue;
                }

                var way = d + length[i];
                if (distance[v] >= 0 && distance[v] <= way) continue;
                (distance[v], before[v], steps[v]) = (way, u, steps[u] + 1);
                queue.Enqueue(v, way);
            }
        }

        return new Dijkstra(distance, before, steps);
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
