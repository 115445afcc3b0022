// Breaks: "Return its edges, as indices in any order, and the total."
// How: the array of the previous result is filled anew when the next one has the same length. a = Forest(2, [(0,1,5),(0,1,7)]) has Edges
// [1]; after Forest(2, [(0,1,9),(0,1,7)]) a.Edges is [0], and no longer a maximum spanning forest of its graph.
using System;

namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    [ThreadStatic] private static int[]? s_result;

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
            keys[i] = ~weight;
            order[i] = i;
        }
        Array.Sort(keys, order);

        var link = new int[vertices];
        Array.Fill(link, -1);
        int count = 0;
        Int128 total = 0;
        foreach (int i in order)
        {
            int a = Root(link, edges[i].U), b = Root(link, edges[i].V);
            if (a == b) continue;
            if (link[b] < link[a]) (a, b) = (b, a);
            link[a] += link[b];
            link[b] = a;
            order[count++] = i; // never ahead of the reading
            total += edges[i].Weight;
        }
        long sum = checked((long)total);
        if (s_result is null || s_result.Length != count) s_result = new int[count];
        Array.Copy(order, s_result, count);
        return (s_result, sum);
    }

    private static int Root(int[] link, int x)
    {
        while (link[x] >= 0)
        {
            int up = link[x];
            if (link[up] >= 0) link[x] = link[up];
            x = up;
        }
        return x;
    }
}
