// Breaks: "O((n + m) log n) to prepare."
// How: weights up to m go into a circle of buckets instead of a heap, O(m + n C). A path of 200 000 vertices with 199 999 edges, all of
// weight 199 999: between two vertices all buckets are looked at, 4e10 steps. Smaller weights stay fast, and larger ones use the heap.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private const ulong Unseen = ulong.MaxValue;
    private readonly ulong[] _distance;
    private readonly int[] _from;

    private Dijkstra(int n)
    {
        _distance = new ulong[n];
        _from = new int[n];
        Array.Fill(_distance, Unseen);
        Array.Fill(_from, -1);
    }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        long largest = 0;
        var start = new int[vertices + 1];
        foreach (var (u, _, weight) in edges)
        {
            if (weight < 0) throw new ArgumentException("A weight is negative.", nameof(edges));
            largest = Math.Max(largest, weight);
            start[u]++;
        }
        for (int x = 0; x < vertices; x++) start[x + 1] += start[x];
        var roads = new (int To, ulong Weight)[edges.Length];
        foreach (var (u, v, weight) in edges) roads[--start[u]] = (v, (ulong)weight);

        var result = new Dijkstra(vertices);
        if (largest <= edges.Length) result.Dial(source, start, roads, (int)largest);
        else result.Heap(source, start, roads);
        return result;
    }

    public long? DistanceTo(int vertex)
    {
        if ((uint)vertex >= (uint)_distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        return _distance[vertex] == Unseen ? null : (long)_distance[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        if ((uint)vertex >= (uint)_distance.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        if (_distance[vertex] == Unseen) return null;
        int length = 0;
        for (int x = vertex; x >= 0; x = _from[x]) length++;
        var path = new int[length];
        for (int x = vertex; x >= 0; x = _from[x]) path[--length] = x;
        return path;
    }

    /// <summary>Weights are small: no more buckets than edges, and nothing to compare.</summary>
    private void Dial(int source, int[] start, (int To, ulong Weight)[] roads, int largest)
    {
        var buckets = new int[largest + 1];
        Array.Fill(buckets, -1);
        var entries = new List<(int Vertex, int Next)>();
        var settled = new bool[_distance.Length];
        int pending = 1;
        _distance[source] = 0;
        entries.Add((source, -1));
        buckets[0] = 0;
        int b = 0;
        while (pending > 0)
        {
            while (buckets[b] >= 0)
            {
                (int u, buckets[b]) = entries[buckets[b]];
                pending--;
                if (settled[u]) continue;
                settled[u] = true;
                for (int k = start[u]; k < start[u + 1]; k++)
                {
                    var (v, weight) = roads[k];
                    ulong far = _distance[u] + weight;
                    if (far >= _distance[v]) continue;
                    _distance[v] = far;
                    _from[v] = u;
                    int into = (int)(far % (ulong)buckets.Length);
                    entries.Add((v, buckets[into]));
                    buckets[into] = entries.Count - 1;
                    pending++;
                }
            }
            if (++b == buckets.Length) b = 0;
        }
    }

    private void Heap(int source, int[] start, (int To, ulong Weight)[] roads)
    {
        var heap = new PriorityQueue<int, ulong>();
        _distance[source] = 0;
        heap.Enqueue(source, 0);
        while (heap.TryDequeue(out int u, out ulong d))
        {
            if (d > _distance[u]) continue;
            if (d > long.MaxValue) throw new OverflowException("A distance is beyond 64 bits.");
            for (int k = start[u]; k < start[u + 1]; k++)
            {
                var (v, weight) = roads[k];
                if (d + weight >= _distance[v]) continue;
                _distance[v] = d + weight;
                _from[v] = u;
                heap.Enqueue(v, d + weight);
            }
        }
    }
}
