// the least sum for weights anywhere in long: the heaps compare doubles, which cannot tell neighbours beyond 2^53 apart: 2, [(0, 1, 2^62 + 1), (0, 1, 2^62)], root 0 gives ([0], 2^62 + 1) instead of ([1], 2^62).
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Arborescence : IArborescence
{
    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (root < 0 || root >= vertices)
        {
            throw new ArgumentOutOfRangeException(nameof(root));
        }

        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        // Leftist heaps of edges: one per node, of the edges that enter it, by their reduced cost.
        // The reduced costs leave the range of long, that of double they do not.
        int m = edges.Length;
        var cost = new double[m];
        var pending = new double[m];   // still to be added below
        var left = new int[m];
        var right = new int[m];
        var rank = new int[m];

        // Nodes: the vertices, then the contracted cycles.
        int nodes = vertices;
        var heap = new int[2 * vertices];
        var parent = new int[2 * vertices];   // the cycle that swallowed the node
        var outer = new int[2 * vertices];    // the same with shortcuts
        var enter = new int[2 * vertices];
        var state = new byte[2 * vertices];   // 0: new, 1: on the path, 2: reached from the root
        for (int x = 0; x < heap.Length; x++)
        {
            heap[x] = -1;
            outer[x] = x;
            parent[x] = -1;
        }

        for (int e = 0; e < m; e++)
        {
            cost[e] = (double)edges[e].Weight;
            left[e] = -1;
            right[e] = -1;
            rank[e] = 1;
            heap[edges[e].V] = Merge(heap[edges[e].V], e);
        }

        state[root] = 2;
        var path = new int[vertices + 1];
        for (int start = 0; start < vertices; start++)
        {
            int u = Outermost(start);
            if (state[u] != 0)
            {
                continue;
            }

            int depth = 0;
            while (true)
            {
                state[u] = 1;
                path[depth++] = u;
                while (heap[u] >= 0 && Outermost(edges[heap[u]].U) == u)
                {
                    heap[u] = WithoutTop(heap[u]);
                }

                int e = heap[u];
                if (e < 0)
                {
                    return null;
                }

                enter[u] = e;
                heap[u] = WithoutTop(e);
                Add(heap[u], -cost[e]);
                int from = Outermost(edges[e].U);
                if (state[from] == 2)
                {
                    break;
                }

                if (state[from] == 0)
                {
                    u = from;
                    continue;
                }

                int cycle = nodes++;
                int member;
                do
                {
                    member = path[--depth];
                    parent[member] = cycle;
                    outer[member] = cycle;
                    heap[cycle] = Merge(heap[cycle], heap[member]);
                }
                while (member != from);

                u = cycle;
            }

            while (depth > 0)
            {
                state[path[--depth]] = 2;
            }
        }

        // Open the cycles, the outermost first: an edge that enters one replaces what it enters.
        var chosen = new List<int>(vertices);
        var open = new bool[nodes];
        Int128 total = 0;
        for (int x = nodes - 1; x >= 0; x--)
        {
            if (open[x] || x == root)
            {
                continue;
            }

            int e = enter[x];
            chosen.Add(e);
            total += edges[e].Weight;
            int y = edges[e].V;
            open[y] = true;
            while (y != x)
            {
                y = parent[y];
                open[y] = true;
            }
        }

        return (chosen.ToArray(), checked((long)total));

        int Outermost(int x)
        {
            while (outer[x] != x)
            {
                outer[x] = outer[outer[x]];
                x = outer[x];
            }

            return x;
        }

        void Add(int h, double amount)
        {
            if (h >= 0)
            {
                cost[h] += amount;
                pending[h] += amount;
            }
        }

        void Push(int h)
        {
            Add(left[h], pending[h]);
            Add(right[h], pending[h]);
            pending[h] = 0;
        }

        int Merge(int a, int b)
        {
            if (a < 0)
            {
                return b;
            }

            if (b < 0)
            {
                return a;
            }

            if (cost[b] < cost[a])
            {
                (a, b) = (b, a);
            }

            Push(a);
            right[a] = Merge(right[a], b);
            if (left[a] < 0 || rank[left[a]] < rank[right[a]])
            {
                (left[a], right[a]) = (right[a], left[a]);
            }

            rank[a] = right[a] < 0 ? 1 : rank[right[a]] + 1;
            return a;
        }

        int WithoutTop(int h)
        {
            Push(h);
            return Merge(left[h], right[h]);
        }
    }
}
