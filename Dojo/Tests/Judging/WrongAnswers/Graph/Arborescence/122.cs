// edges into the root are dropped before their ends are checked: "An end of an edge outside 0..n-1 throws ArgumentOutOfRangeException" is broken for an edge that enters the root from no vertex; input: Of(1, [(5, 0, 1)], 0) returns ([], 0), Of(2, [(0, 1, 1), (-3, 0, 1)], 0) returns ([0], 1)
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Arborescence : IArborescence
{
    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)root >= (uint)vertices)
            throw new ArgumentOutOfRangeException(nameof(root));
        foreach (var (u, v, _) in edges)
        {
            if (v == root)
                continue;       // never needed
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), "An edge has an end that is no vertex.");
        }

        // vertices are 0..n-1, contracted cycles n and up
        int nodes = 2 * vertices;
        var heaps = new Heaps(edges.Length);
        var heap = new int[nodes];
        Array.Fill(heap, -1);
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, weight) = edges[e];
            if (v == root || u == v)
                continue;
            heaps.Key[e] = weight;
            heap[v] = heaps.Merge(heap[v], e);
        }
        var outer = new int[nodes];     // the node that a node was contracted into
        var top = new int[nodes];       // disjoint sets: towards the outermost node
        var enter = new int[nodes];     // the edge that a node took
        var state = new byte[nodes];    // 0 new, 1 on the path, 2 done
        for (int x = 0; x < nodes; x++)
        {
            outer[x] = -1;
            top[x] = x;
            enter[x] = -1;
        }
        state[root] = 2;
        int next = vertices;
        var path = new List<int>();
        for (int s = 0; s < vertices; s++)
        {
            int u = Find(top, s);
            while (state[u] == 0)
            {
                int e = heap[u];
                while (e >= 0 && Find(top, edges[e].U) == u)
                    e = heaps.Pop(e);
                if (e < 0)
                    return null;
                enter[u] = e;
                heap[u] = heaps.PopAndReduce(e);
                state[u] = 1;
                path.Add(u);
                int from = Find(top, edges[e].U);
                if (state[from] != 1)
                {
                    u = from;
                    continue;
                }
                int cycle = next++;
                int merged = -1, x;
                do
                {
                    x = path[^1];
                    path.RemoveAt(path.Count - 1);
                    merged = heaps.Merge(merged, heap[x]);
                    outer[x] = cycle;
                    top[x] = cycle;
                }
                while (x != from);
                heap[cycle] = merged;
                u = cycle;
            }
            foreach (int x in path)
                state[x] = 2;
            path.Clear();
        }

        // open the cycles, the outermost first
        var chosen = new List<int>(vertices - 1);
        Int128 total = 0;
        var open = new bool[nodes];
        for (int x = next - 1; x >= 0; x--)
        {
            if (open[x] || x == root)
                continue;
            int e = enter[x];
            for (int y = edges[e].V; ; y = outer[y])
            {
                open[y] = true;
                if (y == x)
                    break;
            }
            chosen.Add(e);
            total += edges[e].Weight;
        }
        return ([.. chosen], checked((long)total));
    }

    private static int Find(int[] top, int x)
    {
        while (top[x] != x)
        {
            top[x] = top[top[x]];
            x = top[x];
        }
        return x;
    }

    /// <summary>Leftist heaps of edges, with a number still to be added to all below a node.</summary>
    private sealed class Heaps(int count)
    {
        public readonly Int128[] Key = new Int128[count];
        private readonly Int128[] _below = new Int128[count];
        private readonly int[] _left = Filled(count), _right = Filled(count), _rank = new int[count];

        private static int[] Filled(int count)
        {
            var array = new int[count];
            Array.Fill(array, -1);
            return array;
        }

        public int Merge(int a, int b)      // as deep as the right spines: 2 log m
        {
            if (a < 0)
                return b;
            if (b < 0)
                return a;
            if (Key[b] < Key[a])
                (a, b) = (b, a);
            Settle(a);
            _right[a] = Merge(_right[a], b);
            if (Rank(_left[a]) < Rank(_right[a]))
                (_left[a], _right[a]) = (_right[a], _left[a]);
            _rank[a] = Rank(_right[a]) + 1;
            return a;
        }

        public int Pop(int a)
        {
            Settle(a);
            return Merge(_left[a], _right[a]);
        }

        public int PopAndReduce(int a)
        {
            Int128 least = Key[a];
            int rest = Pop(a);
            if (rest >= 0)
            {
                Key[rest] -= least;
                _below[rest] -= least;
            }
            return rest;
        }

        private int Rank(int a) => a < 0 ? -1 : _rank[a];

        private void Settle(int a)
        {
            if (_below[a] == 0)
                return;
            foreach (int child in (ReadOnlySpan<int>)[_left[a], _right[a]])
            {
                if (child < 0)
                    continue;
                Key[child] += _below[a];
                _below[child] += _below[a];
            }
            _below[a] = 0;
        }
    }
}
