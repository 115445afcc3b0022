// Breaks: "O((n + m) log n)." (of From)
// How: what is stale in the heap is not dropped: a vertex x that gets nearer 150 000 times before it is settled, by (s, a_i, i) and
// (a_i, x, 10^6 - 2i), is taken out 150 000 times, and each time all of its 149 000 edges onward are looked at: 2 * 10^10. Right answers.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    readonly long[] _distance;   // -1: no path
    readonly int[] _before;

    Dijkstra(int vertices)
    {
        _distance = new long[vertices];
        _before = new int[vertices];
        Array.Fill(_distance, -1);
        Array.Fill(_before, -1);
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        int[] first = new int[vertices + 1], sorted = new int[edges.Length];
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        foreach (var (u, _, weight) in edges)
        {
            if (weight < 0) throw new ArgumentException("A weight is negative.", nameof(edges));
            first[u + 1]++;
        }
        for (int v = 0; v < vertices; v++) first[v + 1] += first[v];
        int[] fill = first[..^1];
        for (int e = 0; e < edges.Length; e++) sorted[fill[edges[e].U]++] = e;

        var result = new Dijkstra(vertices);
        var seen = new ulong[vertices];
        Array.Fill(seen, ulong.MaxValue);
        var heap = new PriorityQueue<int, ulong>();
        seen[source] = 0;
        heap.Enqueue(source, 0);
        while (heap.TryDequeue(out int u, out ulong d))
        {
            if (seen[u] < d) d = seen[u];
            if (d > long.MaxValue) throw new OverflowException("A distance is beyond 64 bits.");
            result._distance[u] = (long)d;
            for (int i = first[u]; i < first[u + 1]; i++)
            {
                var (_, v, weight) = edges[sorted[i]];
                ulong way = d + (ulong)weight;
                if (way >= seen[v]) continue;
                seen[v] = way;
                result._before[v] = u;
                heap.Enqueue(v, way);
            }
        }
        return result;
    }

    public long? DistanceTo(int vertex)
    {
        if ((uint)vertex >= (uint)_distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        return _distance[vertex] < 0 ? null : _distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        if (DistanceTo(vertex) is null) return null;
        var path = new List<int>();
        for (int v = vertex; v >= 0; v = _before[v]) path.Add(v);
        path.Reverse();
        return path.ToArray();
    }
}
