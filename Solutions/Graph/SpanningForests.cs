using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Etudes.Graph;

/// <summary>Minimum spanning forests for any kind of numbers, by Kruskal, Prim or Boruvka, and
/// maximum ones. The edges are an array, a list or a span, and are not copied. Chosen edges come
/// back as indices into them, in any order.</summary>
/// <typeparam name="TWeight">int, long or double, say.</typeparam>
/// <typeparam name="TTotal">What weights add up to: long for ints and longs, double for doubles. A
/// total of integers is exact, whatever its partial sums are. Doubles are added in the order in
/// which their edges are taken, and each sum is rounded.</typeparam>
/// <remarks>
/// Time: Boruvka O((n + m) log n), the others O(n + m log m). Space: O(n + m). Needs: DisjointSets.
/// It is over 100 lines since it has three algorithms, each for spans and for lists.
/// Source: <see href="https://doi.org/10.1090/S0002-9939-1956-0078686-7">Kruskal 1956</see>;
/// <see href="https://doi.org/10.1002/j.1538-7305.1957.tb01515.x">Prim 1957</see>;
/// <see href="https://doi.org/10.1016/S0012-365X(00)00224-7">Nesetril and others 2001</see>.
/// </remarks>
public static class SpanningForests<TWeight, TTotal>
    where TWeight : INumber<TWeight>, IMinMaxValue<TWeight> where TTotal : INumber<TTotal>
{
    /// <summary>A minimum spanning forest, from the lightest edge to the heaviest.
    /// O(n + m log m).</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices is negative, or an end of an edge is
    /// outside 0..vertices-1.</exception>
    /// <exception cref="ArgumentException">A weight is infinite or no number.</exception>
    /// <exception cref="OverflowException">The total is beyond TTotal.</exception>
    /// <exception cref="NotSupportedException">TWeight has fractions, and TTotal has none.</exception>
    [OverloadResolutionPriority(1)] // for collection expressions
    public static (int[] Edges, TTotal Total) Kruskal(int vertices, ReadOnlySpan<(int U, int V, TWeight Weight)> edges) => Scan(vertices, edges, fromHeaviest: false);

    /// <summary>The same of a list. O(n + m log m).</summary>
    public static (int[] Edges, TTotal Total) Kruskal(int vertices, List<(int U, int V, TWeight Weight)> edges) => Kruskal(vertices, CollectionsMarshal.AsSpan(edges));

    /// <summary>A maximum spanning forest, from the heaviest edge to the lightest. It throws what
    /// Kruskal throws. O(n + m log m).</summary>
    [OverloadResolutionPriority(1)]
    public static (int[] Edges, TTotal Total) Maximum(int vertices, ReadOnlySpan<(int U, int V, TWeight Weight)> edges) => Scan(vertices, edges, fromHeaviest: true);

    /// <summary>The same of a list. O(n + m log m).</summary>
    public static (int[] Edges, TTotal Total) Maximum(int vertices, List<(int U, int V, TWeight Weight)> edges) => Maximum(vertices, CollectionsMarshal.AsSpan(edges));

    /// <summary>A minimum spanning forest, tree by tree, each by the lightest edge that leaves it.
    /// It throws what Kruskal throws. O(n + m log m).</summary>
    [OverloadResolutionPriority(1)]
    public static (int[] Edges, TTotal Total) Prim(int vertices, ReadOnlySpan<(int U, int V, TWeight Weight)> edges)
    {
        var (first, around) = Incidence(vertices, edges);
        var (forest, total) = (new List<int>(Math.Min(vertices, edges.Length)), new Sum());
        var (grown, lightest) = (new bool[vertices], new TWeight[vertices]); // the lightest edge seen into each vertex
        Array.Fill(lightest, TWeight.MaxValue);
        var border = new PriorityQueue<(int Vertex, int Edge), TWeight>(); // what the tree can reach, and by which edge
        for (int root = 0; root < vertices; root++)
        {
            if (grown[root]) continue;
            border.Enqueue((root, -1), TWeight.Zero);
            while (border.TryDequeue(out var reached, out var weight))
            {
                var (v, edge) = reached;
                if (grown[v]) continue; // a lighter edge has brought it in
                grown[v] = true;
                lightest[v] = TWeight.MinValue; // a grown vertex takes no edge
                if (v != root)
                {
                    forest.Add(edge);
                    total.Add(weight);
                }
                foreach (var next in around.AsSpan(first[v]..first[v + 1]))
                {
                    if (next.Weight > lightest[next.Vertex]) continue;
                    lightest[next.Vertex] = next.Weight;
                    border.Enqueue((next.Vertex, next.Edge), next.Weight); // a heavier entry stays behind and comes out too late
                }
            }
        }
        return ([.. forest], total.Value);
    }

    /// <summary>The same of a list. O(n + m log m).</summary>
    public static (int[] Edges, TTotal Total) Prim(int vertices, List<(int U, int V, TWeight Weight)> edges) => Prim(vertices, CollectionsMarshal.AsSpan(edges));

    /// <summary>A minimum spanning forest in rounds, in which every tree takes the lightest edge
    /// that leaves it. It throws what Kruskal throws. O((n + m) log n).</summary>
    [OverloadResolutionPriority(1)]
    public static (int[] Edges, TTotal Total) Boruvka(int vertices, ReadOnlySpan<(int U, int V, TWeight Weight)> edges)
    {
        var trees = new DisjointSets(vertices);
        var outer = new int[edges.Length]; // ascending; the edges between two trees come first
        for (int i = 0; i < outer.Length; i++)
        {
            Check(vertices, edges[i]);
            outer[i] = i;
        }
        var lightest = new int[vertices]; // of each root, the edge that its tree takes, or -1
        var (forest, taken, total) = (new int[Math.Min(vertices, edges.Length)], 0, new Sum());
        for (int count = outer.Length; (count = Choose(trees, edges, outer.AsSpan(0, count), lightest)) > 0;)
            foreach (int i in lightest)
            {
                if (i < 0 || !trees.Union(edges[i].U, edges[i].V)) continue; // both its trees may have chosen it
                forest[taken++] = i;
                total.Add(edges[i].Weight);
            }
        return (forest[..taken], total.Value);
    }

    /// <summary>The same of a list. O((n + m) log n).</summary>
    public static (int[] Edges, TTotal Total) Boruvka(int vertices, List<(int U, int V, TWeight Weight)> edges) => Boruvka(vertices, CollectionsMarshal.AsSpan(edges));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(int vertices, (int U, int V, TWeight Weight) edge)
    {
        if ((uint)edge.U >= (uint)vertices || (uint)edge.V >= (uint)vertices) throw new ArgumentOutOfRangeException("edges");
        if (!TWeight.IsFinite(edge.Weight)) throw new ArgumentException("a weight is infinite, or no number", "edges");
    }

    private static (int[] Edges, TTotal Total) Scan(int vertices, ReadOnlySpan<(int U, int V, TWeight Weight)> edges, bool fromHeaviest)
    {
        var trees = new DisjointSets(vertices);
        var (order, weights) = (new int[edges.Length], new TWeight[edges.Length]);
        for (int i = 0; i < edges.Length; i++)
        {
            Check(vertices, edges[i]);
            (order[i], weights[i]) = (i, edges[i].Weight);
        }
        Array.Sort(weights, order);
        if (fromHeaviest) Array.Reverse(order);
        if (fromHeaviest) Array.Reverse(weights);

        var (taken, total) = (0, new Sum()); // the edges of the forest are order[..taken], written over places already read
        for (int k = 0; k < order.Length && trees.Count > 1; k++)
        {
            if (!trees.Union(edges[order[k]].U, edges[order[k]].V)) continue;
            order[taken++] = order[k];
            total.Add(weights[k]);
        }
        return (order[..taken], total.Value);
    }

    /// <summary>The edges around v, with their other ends, are around[first[v]..first[v + 1]].</summary>
    private static (int[] First, (int Vertex, int Edge, TWeight Weight)[] Around) Incidence(int vertices, ReadOnlySpan<(int U, int V, TWeight Weight)> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var first = new int[vertices + 1];
        foreach (var edge in edges)
        {
            Check(vertices, edge);
            first[edge.U]++;
            first[edge.V]++;
        }
        for (int v = 1; v <= vertices; v++) first[v] += first[v - 1]; // now where the edges of v end
        var around = new (int, int, TWeight)[first[vertices]];
        for (int i = edges.Length - 1; i >= 0; i--)
        {
            var (u, v, weight) = edges[i];
            around[--first[u]] = (v, i, weight);
            around[--first[v]] = (u, i, weight);
        }
        return (first, around);
    }

    /// <summary>Finds the lightest edge out of each tree, drops the edges within one for good, and
    /// counts the others.</summary>
    private static int Choose(DisjointSets trees, ReadOnlySpan<(int U, int V, TWeight Weight)> edges, Span<int> outer, int[] lightest)
    {
        Array.Fill(lightest, -1);
        int kept = 0;
        foreach (int i in outer)
        {
            int u = trees.Find(edges[i].U), v = trees.Find(edges[i].V);
            if (u == v) continue;
            outer[kept++] = i;
            // Of equal edges the first counts as lighter: then what the trees choose closes no cycle.
            if (lightest[u] < 0 || edges[i].Weight < edges[lightest[u]].Weight) lightest[u] = i;
            if (lightest[v] < 0 || edges[i].Weight < edges[lightest[v]].Weight) lightest[v] = i;
        }
        return kept;
    }

    private static bool IsWhole<T>() where T : INumber<T> => T.One / (T.One + T.One) == T.Zero;

    private struct Sum
    {
        private Int128 _whole; // of integers: partial sums may leave 64 bits and come back
        private TTotal _rounded; // of others

        public readonly TTotal Value => IsWhole<TWeight>() ? TTotal.CreateChecked(_whole)
            : IsWhole<TTotal>() ? throw new NotSupportedException($"{typeof(TTotal).Name} holds no fractions")
            : TTotal.IsFinite(_rounded) ? _rounded : throw new OverflowException($"the total is beyond {typeof(TTotal).Name}");

        public void Add(TWeight weight)
        {
            if (IsWhole<TWeight>()) _whole = checked(_whole + Int128.CreateChecked(weight));
            else _rounded += TTotal.CreateChecked(weight);
        }
    }
}
