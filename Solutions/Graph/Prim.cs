using System;
using System.Collections.Generic;

namespace Etudes.Graph;

/// <summary>Prim's minimum spanning forest: a tree takes the lightest edge that leaves it, again
/// and again; then the next tree.</summary>
/// <remarks>
/// Time: O(n + m log m). Space: O(n + m).
/// Source: <see href="https://doi.org/10.1002/j.1538-7305.1957.tb01515.x">Prim, Shortest connection
/// networks and some generalizations, 1957</see>.
/// </remarks>
public abstract partial class Prim
{
    /// <inheritdoc/>
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        var (start, around) = Incidence(vertices, edges);
        var forest = new List<int>(Math.Min(vertices, edges.Length));
        Int128 total = 0; // partial sums may leave 64 bits and come back
        var grown = new bool[vertices];
        var lightest = new long[vertices]; // the lightest edge seen into each vertex
        Array.Fill(lightest, long.MaxValue);
        var border = new PriorityQueue<(int Vertex, int Edge), long>(); // what the tree can reach, and by which edge
        for (int root = 0; root < vertices; root++)
        {
            if (grown[root]) continue;
            border.Enqueue((root, -1), 0);
            while (border.TryDequeue(out var reached, out long weight))
            {
                var (v, edge) = reached;
                if (grown[v]) continue; // a lighter edge has brought it in
                grown[v] = true;
                lightest[v] = long.MinValue; // a grown vertex takes no edge
                if (v != root)
                {
                    forest.Add(edge);
                    total += weight;
                }
                foreach (var next in around.AsSpan(start[v]..start[v + 1]))
                {
                    if (next.Weight > lightest[next.Vertex]) continue;
                    lightest[next.Vertex] = next.Weight;
                    border.Enqueue((next.Vertex, next.Edge), next.Weight); // a heavier entry stays behind and comes out too late
                }
            }
        }
        return ([.. forest], checked((long)total));
    }

    /// <summary>The edges around v, with their other ends, are around[start[v]..start[v + 1]]
    /// (compressed sparse rows).</summary>
    private static (int[] Start, (int Vertex, int Edge, long Weight)[] Around) Incidence(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var start = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)u, (uint)vertices, nameof(edges));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)v, (uint)vertices, nameof(edges));
            start[u]++;
            start[v]++;
        }
        for (int v = 1; v <= vertices; v++) start[v] += start[v - 1]; // now where the edges of v end
        var around = new (int, int, long)[2 * edges.Length];
        for (int i = edges.Length - 1; i >= 0; i--)
        {
            var (u, v, weight) = edges[i];
            around[--start[u]] = (v, i, weight);
            around[--start[v]] = (u, i, weight);
        }
        return (start, around);
    }
}
