// O(n + m log m) is promised; the quicksort puts all that is equal to the pivot on one side, so edges of equal weight take O(m^2): 400 000 edges of weight 1 take 8 * 10^10 steps.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        var keys = new long[edges.Length];
        var order = new int[edges.Length];
        for (int e = 0; e < order.Length; e++)
        {
            keys[e] = edges[e].Weight;
            order[e] = e;
        }

        Sort(keys, order, 0, order.Length - 1, new Random(20260101));
        var parent = new int[vertices];
        var size = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
        }

        var chosen = new List<int>();
        Int128 total = 0;
        foreach (int e in order)
        {
            int a = Find(parent, edges[e].U);
            int b = Find(parent, edges[e].V);
            if (a == b)
            {
                continue;
            }

            if (size[a] < size[b])
            {
                (a, b) = (b, a);
            }

            parent[b] = a;
            size[a] += size[b];
            chosen.Add(e);
            total += edges[e].Weight;
        }

        return (chosen.ToArray(), checked((long)total));
    }

    // A random pivot, so that no order of the edges is a bad one; recursion only into
    // the shorter side, so that the stack stays small.
    private static void Sort(long[] keys, int[] order, int low, int high, Random random)
    {
        while (low < high)
        {
            Swap(keys, order, random.Next(low, high + 1), high);
            long pivot = keys[high];
            int middle = low;
            for (int i = low; i < high; i++)
            {
                if (keys[i] < pivot)
                {
                    Swap(keys, order, i, middle++);
                }
            }

            Swap(keys, order, middle, high);
            if (middle - low < high - middle)
            {
                Sort(keys, order, low, middle - 1, random);
                low = middle + 1;
            }
            else
            {
                Sort(keys, order, middle + 1, high, random);
                high = middle - 1;
            }
        }
    }

    private static void Swap(long[] keys, int[] order, int i, int j)
    {
        (keys[i], keys[j]) = (keys[j], keys[i]);
        (order[i], order[j]) = (order[j], order[i]);
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
