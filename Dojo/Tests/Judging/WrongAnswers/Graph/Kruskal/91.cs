// Breaks: "A total beyond 64 bits throws `OverflowException`."
// How: a path of 131 073 vertices, all weights long.MaxValue. The sum 2^80 - 2^17 is added up in 80 bits, of which the upper 16 come out
// as -1, so -131072 is returned. (Nearly any other number of such edges throws as it should.)
using System;

namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var weight = new long[edges.Length];
        var order = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            if ((uint)edges[i].U >= (uint)vertices || (uint)edges[i].V >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            weight[i] = edges[i].Weight;
            order[i] = i;
        }
        Array.Sort(weight, order);

        var link = new int[vertices];
        Array.Fill(link, -1);
        var kept = new int[vertices];
        int count = 0;
        var sum = new Wide();
        for (int k = 0; k < order.Length && count < vertices - 1; k++)
        {
            int a = Root(link, edges[order[k]].U), b = Root(link, edges[order[k]].V);
            if (a == b) continue;
            if (link[b] < link[a]) (a, b) = (b, a);
            link[a] += link[b];
            link[b] = a;
            kept[count++] = order[k];
            sum.Add(weight[k]);
        }
        return (kept[..count], sum.ToInt64());
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

    /// <summary>80 bits in two's complement: 64, and the carries out of them.</summary>
    private struct Wide
    {
        private ulong _low;
        private short _high;

        public void Add(long value)
        {
            ulong before = _low;
            unchecked
            {
                _low += (ulong)value;
                _high = (short)(_high + (value < 0 ? -1 : 0) + (_low < before ? 1 : 0));
            }
        }

        public readonly long ToInt64()
        {
            long low = unchecked((long)_low);
            return _high == (low < 0 ? -1 : 0) ? low : throw new OverflowException("The total is beyond 64 bits.");
        }
    }
}
