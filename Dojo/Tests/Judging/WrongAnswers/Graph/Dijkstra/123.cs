// PathTo fills an array of n vertices from its end and cuts the path out, so even a path of one vertex costs n; breaks "PathTo: O(its length)": all paths of a star of 200000 vertices clear 200000 arrays of 800 kB.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly long[] _distance;
    private readonly int[] _before;

    private Dijkstra(long[] distance, int[] before) => (_distance, _before) = (distance, before);

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
        Array.Fill(distance, -1);
        Array.Fill(before, -1);
        var tooFar = new bool[vertices];
        var settled = new bool[vertices];
        var queue = new PriorityQueue<int, long>();
        distance[source] = 0;
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
                    tooFar[v] = true;
                    continue;
                }

                var way = d + length[i];
                if (distance[v] >= 0 && distance[v] <= way) continue;
                (distance[v], before[v]) = (way, u);
                queue.Enqueue(v, way);
            }
        }

        for (var v = 0; v < vertices; v++)
        {
            if (tooFar[v] && distance[v] < 0) throw new OverflowException("A distance is beyond 64 bits.");
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
        if (_distance[vertex] < 0) return null;
        var path = new int[_before.Length];   // no path is longer
        var first = path.Length;
        for (var v = vertex; v >= 0; v = _before[v]) path[--first] = v;
        return path[first..];
    }

    private void Check(int vertex)
    {
        if (vertex < 0 || vertex >= _distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
    }
}
