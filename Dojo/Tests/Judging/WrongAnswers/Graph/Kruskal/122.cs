// adds up positive and negative weights apart in checked ulongs, each of which overflows at 2^64 although the total fits ("a total that fits is right, whatever its partial sums are"): a path of 6 vertices with weights long.MaxValue three times and long.MinValue twice throws OverflowException instead of 2^63 - 3
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
        ulong plus = 0, minus = 0;
        foreach (int index in order)
        {
            var (u, v, weight) = edges[index];
            int a = Find(parent, u), b = Find(parent, v);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            chosen.Add(index);
            if (weight >= 0) plus = checked(plus + (ulong)weight);
            else
            {
                ulong magnitude = unchecked((ulong)-weight); // of long.MinValue too
                minus = checked(minus + magnitude);
            }
        }
        return (chosen.ToArray(), Difference(plus, minus));
    }

    private static long Difference(ulong plus, ulong minus)
    {
        if (plus >= minus) return checked((long)(plus - minus));
        ulong debt = minus - plus;
        if (debt > 1UL << 63) throw new OverflowException("The total does not fit into 64 bits.");
        return unchecked(-(long)debt);
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
