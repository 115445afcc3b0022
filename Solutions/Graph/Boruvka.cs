using System;

namespace Etudes.Graph;

/// <summary>Boruvka's minimum spanning forest: in rounds, every tree takes the lightest edge that
/// leaves it, all trees at once.</summary>
/// <remarks>
/// Time: O((n + m) log n), since each round at least halves the trees that can still grow.
/// Space: O(n + m). Needs: DisjointSets.
/// Source: <see href="https://doi.org/10.1016/S0012-365X(00)00224-7">Nesetril, Milkova,
/// Nesetrilova, Otakar Boruvka on minimum spanning tree problem, 2001</see>.
/// </remarks>
public abstract partial class Boruvka
{
    /// <inheritdoc/>
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        var trees = new DisjointSets(vertices);
        var outer = new int[edges.Length]; // ascending; the edges between two trees come first
        for (int i = 0; i < edges.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edges[i].U, (uint)vertices, nameof(edges));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edges[i].V, (uint)vertices, nameof(edges));
            outer[i] = i;
        }

        var lightest = new int[vertices]; // of each root, the edge that its tree takes, or -1
        var forest = new int[Math.Min(vertices, edges.Length)];
        int taken = 0;
        Int128 total = 0; // partial sums may leave 64 bits and come back
        for (int count = outer.Length; (count = Choose(trees, edges, outer.AsSpan(0, count), lightest)) > 0;)
        {
            foreach (int i in lightest)
            {
                if (i < 0 || !trees.Union(edges[i].U, edges[i].V)) continue; // both its trees may have chosen it
                forest[taken++] = i;
                total += edges[i].Weight;
            }
        }
        return (forest[..taken], checked((long)total));
    }

    /// <summary>Finds the lightest edge out of each tree, drops the edges within one for good, and
    /// counts the others.</summary>
    private static int Choose(DisjointSets trees, (int U, int V, long Weight)[] edges, Span<int> outer, int[] lightest)
    {
        Array.Fill(lightest, -1);
        int kept = 0;
        foreach (int i in outer)
        {
            int u = trees.Find(edges[i].U), v = trees.Find(edges[i].V);
            if (u == v) continue;
            outer[kept++] = i;
            // Of equal edges the first counts as lighter: in a strict order what the trees choose
            // closes no cycle.
            if (lightest[u] < 0 || edges[i].Weight < edges[lightest[u]].Weight) lightest[u] = i;
            if (lightest[v] < 0 || edges[i].Weight < edges[lightest[v]].Weight) lightest[v] = i;
        }
        return kept;
    }
}
