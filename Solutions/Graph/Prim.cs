using System;
using System.Collections.Generic;

namespace Etudes.Graph;

/// <summary>Prim's minimum spanning forest: a tree takes the lightest edge that leaves it, again and again; then the next tree.</summary>
/// <remarks>
/// Time: O(n + m log m). Space: O(n + m).
/// Source: <see href="https://doi.org/10.1002/j.1538-7305.1957.tb01515.x">Prim, Shortest connection networks and some generalizations, 1957</see>.
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
        var lightest = new int[vertices]; // into each vertex from the tree, among the edges seen; -1: none
        Array.Fill(lightest, -1);
        var border = new PriorityQueue<int, long>(); // the vertices that the tree can reach, by the lightest edge into them
        for (int root = 0; root < vertices; root++)
        {
            if (grown[root]) continue;
            border.Enqueue(root, 0);
            while (border.TryDequeue(out int v, out _))
            {
                if (grown[v]) continue; // a lighter edge has brought it in
                grown[v] = true;
                if (v != root)
                {
                    forest.Add(lightest[v]);
                    total += edges[lightest[v]].Weight;
                }
                Reach(v, around.AsSpan(start[v]..start[v + 1]), edges, grown, lightest, border);
            }
        }
        return ([.. forest], checked((long)total));
    }

    /// <summary>Offers the edges around a vertex that has just joined the tree to the vertices still outside.</summary>
    private static void Reach(int v, ReadOnlySpan<int> around, (int U, int V, long Weight)[] edges,
        bool[] grown, int[] lightest, PriorityQueue<int, long> border)
    {
        foreach (int i in around)
        {
            var (a, b, weight) = edges[i];
            int w = a ^ b ^ v; // the other end
            if (grown[w] || lightest[w] >= 0 && edges[lightest[w]].Weight <= weight) continue;
            lightest[w] = i;
            border.Enqueue(w, weight); // the heavier entry of w, if any, stays behind and comes out too late
        }
    }

    /// <summary>The edges around v are around[start[v]..start[v + 1]].</summary>
    private static (int[] Start, int[] Around) Incidence(int vertices, (int U, int V, long Weight)[] edges)
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
        var around = new int[2 * edges.Length];
        for (int i = edges.Length - 1; i >= 0; i--)
        {
            around[--start[edges[i].U]] = i;
            around[--start[edges[i].V]] = i;
        }
        return (start, around);
    }
}
