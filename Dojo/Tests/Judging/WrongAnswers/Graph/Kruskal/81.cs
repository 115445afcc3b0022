// Breaks: "Up to 2*10^5 vertices and 4*10^5 edges, with weights anywhere in `long`."
// How: weight and index are sorted as one number with 18 bits for the index, so from edge 262 144 on the index runs into the weight: it is
// read back as index - 262 144, another edge, and its weight is compared as one more. Any graph of at most 2^18 edges is right.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    const int IndexBits = 18;
    const int IndexMask = (1 << IndexBits) - 1;

    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var keys = new Int128[edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, weight) = edges[e];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            keys[e] = ((Int128)weight << IndexBits) + e;
        }
        Array.Sort(keys);
        int[] parent = new int[vertices], size = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
        }
        int Find(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }
        var taken = new List<int>();
        Int128 total = 0;
        foreach (Int128 key in keys)
        {
            int e = (int)(key & IndexMask);
            int u = Find(edges[e].U), v = Find(edges[e].V);
            if (u == v) continue;
            if (size[u] < size[v]) (u, v) = (v, u);
            parent[v] = u;
            size[u] += size[v];
            taken.Add(e);
            total += edges[e].Weight;
        }
        return (taken.ToArray(), checked((long)total));
    }
}
