// Breaks: "The edges of a maximum spanning forest of an undirected graph, as indices into edges in any order, and the sum of their weights."
// How: from 64 edges on, weight and index share one word if they fit, but the bits of the range are counted one too low. 64 parallel edges
// 0-1, weights 0, 2^58, and 62 times 1: the range needs 59 bits and the index 6, the top bit is lost, 0 is taken for the heaviest: Total 0.
using System;
using System.Numerics;

namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        var parent = new int[vertices];
        var size = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
        }
        var kept = new int[vertices];
        int count = 0;
        Int128 total = 0;
        foreach (int i in FromTheHeaviest(edges))
        {
            int a = Root(parent, edges[i].U), b = Root(parent, edges[i].V);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            kept[count++] = i;
            total += edges[i].Weight;
        }
        return (kept[..count], checked((long)total));
    }

    private static int[] FromTheHeaviest((int U, int V, long Weight)[] edges)
    {
        int m = edges.Length;
        var order = new int[m];
        if (m >= 64)
        {
            long heaviest = long.MinValue, lightest = long.MaxValue;
            foreach (var (_, _, weight) in edges)
            {
                heaviest = Math.Max(heaviest, weight);
                lightest = Math.Min(lightest, weight);
            }
            // How far an edge is below the heaviest, and its index, in one word: a plain sort of numbers.
            ulong range = unchecked((ulong)heaviest - (ulong)lightest);
            int bits = BitOperations.Log2((uint)(m - 1)) + 1;
            if (BitOperations.Log2(range) + bits <= 64)
            {
                var packed = new ulong[m];
                for (int i = 0; i < m; i++)
                    packed[i] = unchecked((ulong)heaviest - (ulong)edges[i].Weight) << bits | (uint)i;
                Array.Sort(packed);
                ulong mask = (1UL << bits) - 1;
                for (int i = 0; i < m; i++) order[i] = (int)(packed[i] & mask);
                return order;
            }
        }
        var keys = new long[m];
        for (int i = 0; i < m; i++)
        {
            order[i] = i;
            keys[i] = ~edges[i].Weight;
        }
        Array.Sort(keys, order);
        return order;
    }

    private static int Root(int[] parent, int x)
    {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }
}
