// Breaks: "Every component gets its tree; self-loops, parallel edges and isolated vertices are legal, and weights may be negative."
// How: dense graphs of 32 vertices and more go without a heap, where long.MaxValue means "no edge yet". Vertices 0..30 complete with
// weights -1, and (30, 31, long.MaxValue): right are 31 edges and long.MaxValue - 30, but the last edge is left out: 30 edges, Total -30.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var start = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            start[u]++;
            start[v]++;
        }
        for (int x = 0; x < vertices; x++) start[x + 1] += start[x];
        var at = new int[2 * edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            at[--start[edges[i].U]] = i;
            at[--start[edges[i].V]] = i;
        }
        int[] via = vertices >= 32 && (long)vertices * vertices <= 8L * edges.Length
            ? Dense(vertices, edges, start, at)
            : Sparse(vertices, edges, start, at);

        var kept = new List<int>(vertices);
        Int128 total = 0;
        foreach (int i in via)
        {
            if (i < 0) continue;
            kept.Add(i);
            total += edges[i].Weight;
        }
        return (kept.ToArray(), checked((long)total));
    }

    /// <summary>For each vertex the edge by which it joined, -1 for the first of a tree. O(n² + m), which is O(m) here.</summary>
    private static int[] Dense(int n, (int U, int V, long Weight)[] edges, int[] start, int[] at)
    {
        var via = new int[n];
        var nearest = new long[n];
        var inTree = new bool[n];
        Array.Fill(via, -1);
        Array.Fill(nearest, long.MaxValue);
        for (int round = 0; round < n; round++)
        {
            int u = -1;
            for (int x = 0; x < n; x++)
            {
                if (inTree[x]) continue;
                // One that an edge reaches goes before one that none does.
                if (u < 0 || (via[x] >= 0 && (via[u] < 0 || nearest[x] < nearest[u]))) u = x;
            }
            inTree[u] = true;
            for (int k = start[u]; k < start[u + 1]; k++)
            {
                var (a, b, weight) = edges[at[k]];
                int v = a ^ b ^ u;
                if (inTree[v] || weight >= nearest[v]) continue;
                nearest[v] = weight;
                via[v] = at[k];
            }
        }
        return via;
    }

    private static int[] Sparse(int n, (int U, int V, long Weight)[] edges, int[] start, int[] at)
    {
        var via = new int[n];
        var inTree = new bool[n];
        Array.Fill(via, -1);
        var heap = new PriorityQueue<(int Edge, int Vertex), long>();
        for (int root = 0; root < n; root++)
        {
            if (inTree[root]) continue;
            int u = root;
            while (true)
            {
                inTree[u] = true;
                for (int k = start[u]; k < start[u + 1]; k++)
                {
                    var (a, b, weight) = edges[at[k]];
                    int v = a ^ b ^ u;
                    if (!inTree[v]) heap.Enqueue((at[k], v), weight);
                }
                (int Edge, int Vertex) top = default;
                bool found = false;
                while (!found && heap.TryDequeue(out top, out _)) found = !inTree[top.Vertex];
                if (!found) break;
                u = top.Vertex;
                via[u] = top.Edge;
            }
        }
        return via;
    }
}
