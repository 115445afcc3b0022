// overflow is looked for in a sum of doubles, and long.MaxValue as a double is 2^63, so a total of 2^63 passes as long.MinValue ("A total beyond 64 bits throws OverflowException"): Forest(3, [(0, 1, long.MaxValue), (1, 2, 1)])
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var keys = new long[edges.Length];
        var order = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            keys[i] = weight;
            order[i] = i;
        }
        Array.Sort(keys, order);

        var parent = new int[vertices];
        var size = new int[vertices];
        for (int i = 0; i < vertices; i++)
        {
            parent[i] = i;
            size[i] = 1;
        }

        var chosen = new List<int>();
        long total = 0;      // modulo 2^64: partial sums may leave the range and come back
        double magnitude = 0; // tells whether the whole sum has left it
        foreach (int index in order)
        {
            int a = Find(parent, edges[index].U), b = Find(parent, edges[index].V);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            chosen.Add(index);
            total = unchecked(total + edges[index].Weight);
            magnitude += edges[index].Weight;
        }
        if (magnitude > long.MaxValue || magnitude < long.MinValue)
            throw new OverflowException("The total does not fit into 64 bits.");
        return (chosen.ToArray(), total);
    }

    private static int Find(int[] parent, int x)
    {
        while (parent[x] != x)
        {
            parent[x] = parent[parent[x]];
            x = parent[x];
        }
        return x;
    }
}
