// Breaks: "The least weight of a spanning tree that differs from a minimum spanning tree in at least one edge."
// How: jumps of 2^0..2^17 reach 262 143 up, and the tree hangs at vertex n/2. n = 300 000, a path that begins 150 000, 0, 1, 2, ... and takes
// all others in order: weights 1, but 100 on its first edge; one more edge of 100 from 0 to the last, 299 999. Right: 300 197. The climb from
// 299 999 does not get down to 0's depth, both go on up, over the first edge: 300 098.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    private const int Jumps = 18;

    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        if (vertices < 2) return null;

        var order = new int[edges.Length];
        var keys = new long[edges.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = edges[i].Weight;
        }
        Array.Sort(keys, order);

        var link = new int[vertices];
        Array.Fill(link, -1);
        var first = new int[vertices];
        Array.Fill(first, -1);
        var arcs = new List<(int To, long Weight, int Next)>(2 * vertices);
        var rest = new List<int>();
        Int128 total = 0;
        foreach (int i in order)
        {
            var (u, v, weight) = edges[i];
            if (u == v) continue;
            int a = Root(link, u), b = Root(link, v);
            if (a == b)
            {
                rest.Add(i);
                continue;
            }
            if (link[b] < link[a]) (a, b) = (b, a);
            link[a] += link[b];
            link[b] = a;
            total += weight;
            arcs.Add((v, weight, first[u]));
            first[u] = arcs.Count - 1;
            arcs.Add((u, weight, first[v]));
            first[v] = arcs.Count - 1;
        }
        if (arcs.Count < 2 * (vertices - 1) || rest.Count == 0) return null;

        // Hung up in the middle, a path in its natural order is only half as deep.
        int root = vertices / 2;
        var up = new int[Jumps][];
        var largest = new long[Jumps][];
        up[0] = new int[vertices];
        largest[0] = new long[vertices];
        Array.Fill(up[0], -1);
        var depth = new int[vertices];
        var queue = new Queue<int>();
        up[0][root] = root;
        largest[0][root] = long.MinValue;
        queue.Enqueue(root);
        while (queue.TryDequeue(out int x))
        {
            for (int k = first[x]; k >= 0; k = arcs[k].Next)
            {
                var (y, weight, _) = arcs[k];
                if (up[0][y] >= 0) continue;
                up[0][y] = x;
                largest[0][y] = weight;
                depth[y] = depth[x] + 1;
                queue.Enqueue(y);
            }
        }
        for (int j = 1; j < Jumps; j++)
        {
            up[j] = new int[vertices];
            largest[j] = new long[vertices];
            for (int x = 0; x < vertices; x++)
            {
                int half = up[j - 1][x];
                up[j][x] = up[j - 1][half];
                largest[j][x] = Math.Max(largest[j - 1][x], largest[j - 1][half]);
            }
        }

        long OnPath(int u, int v)
        {
            if (depth[u] < depth[v]) (u, v) = (v, u);
            long most = long.MinValue;
            int deeper = depth[u] - depth[v];
            for (int j = 0; j < Jumps; j++)
            {
                if ((deeper >> j & 1) == 0) continue;
                most = Math.Max(most, largest[j][u]);
                u = up[j][u];
            }
            if (u == v) return most;
            for (int j = Jumps - 1; j >= 0; j--)
            {
                if (up[j][u] == up[j][v]) continue;
                most = Math.Max(most, Math.Max(largest[j][u], largest[j][v]));
                u = up[j][u];
                v = up[j][v];
            }
            return Math.Max(most, Math.Max(largest[0][u], largest[0][v]));
        }

        Int128 least = Int128.MaxValue;
        foreach (int i in rest)
            least = Int128.Min(least, (Int128)edges[i].Weight - OnPath(edges[i].U, edges[i].V));
        return checked((long)(total + least));
    }

    private static int Root(int[] link, int x)
    {
        while (link[x] >= 0)
        {
            int above = link[x];
            if (link[above] >= 0) link[x] = link[above];
            x = above;
        }
        return x;
    }
}
