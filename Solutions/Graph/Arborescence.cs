using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Graph;

/// <summary>
/// Minimum directed spanning tree (Chu-Liu, Edmonds). Every node takes its cheapest entry, an edge
/// from outside. A cycle that closes becomes a node. Each entry of that node costs what it adds to
/// the entry that it would replace.
/// </summary>
/// <remarks>
/// Time: O(n + m log m). Space: O(n + m).
/// It is over 100 lines since it brings its mergeable heap along.
/// Source: <see href="https://doi.org/10.1002/net.3230070103">Tarjan, Finding Optimum
/// Branchings, 1977</see>.
/// </remarks>
public abstract partial class Arborescence
{
    private const int None = -1;

    /// <inheritdoc/>
    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)root >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(root));
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));

        if (new Contraction(vertices, edges).EntriesFrom(root) is not { } entries) return null;
        int[] tree = [.. entries.Where((_, v) => v != root)];
        Int128 total = 0;
        foreach (int edge in tree) total += edges[edge].Weight;
        return (tree, checked((long)total));
    }

    /// <summary>Nodes 0..n-1 are the vertices; those from n on the contracted cycles, each younger
    /// than all that lies in it.</summary>
    private sealed class Contraction
    {
        private readonly int _n;
        private readonly (int U, int V, long Weight)[] _edges;
        private readonly SkewHeaps _heaps;
        private readonly int[] _heap; // of each node: its entries
        private readonly int[] _entry; // the cheapest of them
        private readonly int[] _outer; // the cycle that a node was contracted into
        private readonly int[] _link; // union-find: leads to the outermost of them
        private readonly Stack<int> _walk = new();
        private int _count;

        public Contraction(int n, (int U, int V, long Weight)[] edges)
        {
            (_n, _edges, _heaps, _count) = (n, edges, new SkewHeaps(edges), n);
            (_heap, _entry, _outer, _link) = (new int[2 * n], new int[2 * n], new int[2 * n], new int[2 * n]);
            for (int x = 0; x < 2 * n; x++) (_heap[x], _link[x]) = (None, x);
            for (int i = 0; i < edges.Length; i++) _heap[edges[i].V] = _heaps.Merge(_heap[edges[i].V], i);
        }

        /// <summary>Walks backwards along cheapest entries, contracting each cycle that closes,
        /// until every node is entered.</summary>
        public ArraySegment<int>? EntriesFrom(int root)
        {
            var walked = new int[2 * _n]; // one more than the vertex that the walk through a node began at
            walked[root] = _n + 1;
            for (int start = 0; start < _n; start++)
                for (int x = Find(start); walked[x] == 0;)
                {
                    walked[x] = start + 1;
                    _walk.Push(x);
                    if (!TryEnter(x, out int from)) return null;
                    x = walked[from] == start + 1 ? CycleOf(from) : from;
                }
            Expand();
            return new(_entry, 0, _n);
        }

        private bool TryEnter(int x, out int from)
        {
            do
            {
                from = None;
                if ((_entry[x] = _heap[x]) == None) return false;
                _heap[x] = _heaps.Pop(_heap[x]);
            } while ((from = Find(_edges[_entry[x]].U)) == x);
            return true;
        }

        private int CycleOf(int last)
        {
            int cycle = _count++, x;
            do
            {
                x = _walk.Pop();
                _outer[x] = _link[x] = cycle;
                _heap[cycle] = _heaps.Merge(_heap[cycle], _heap[x]);
            } while (x != last);
            return cycle;
        }

        /// <summary>Cuts the cycles, the outermost first. The edge that enters a cycle becomes the
        /// entry of every node in it that holds the edge's end, and cuts the cycle there. A node
        /// that was given its entry so is not looked at again: the nodes in it that hold the edge's
        /// end were given it too.</summary>
        private void Expand()
        {
            var given = new bool[_count];
            for (int cycle = _count - 1; cycle >= _n; cycle--)
                for (int x = given[cycle] ? cycle : _edges[_entry[cycle]].V; x != cycle; x = _outer[x])
                    (_entry[x], given[x]) = (_entry[cycle], true);
        }

        private int Find(int x)
        {
            for (; _link[x] != x; x = _link[x]) _link[x] = _link[_link[x]];
            return x;
        }
    }

    /// <summary>Heaps of edges that can be merged and lowered as a whole, each named by the edge at
    /// its top.</summary>
    private sealed class SkewHeaps((int U, int V, long Weight)[] edges)
    {
        // Costs are counted from the least long, without a sign. A heap is never lowered by more
        // than its least cost, so all costs stay within 64 bits.
        private struct Node
        {
            public int Left, Right;
            public ulong Cost, Owed; // what is still to be subtracted from the costs below
        }

        private readonly Node[] _nodes = Array.ConvertAll(edges, edge =>
            new Node { Left = None, Right = None, Cost = (ulong)edge.Weight ^ 1UL << 63 });

        public int Merge(int a, int b)
        {
            int top = None;
            ref int hole = ref top;
            while (a != None && b != None)
            {
                if (_nodes[b].Cost < _nodes[a].Cost) (a, b) = (b, a);
                Settle(hole = a);
                ref var node = ref _nodes[a];
                (a, node.Right) = (node.Right, node.Left); // what is merged becomes the left side: amortised O(log m)
                hole = ref node.Left;
            }
            hole = a != None ? a : b;
            return top;
        }

        /// <summary>Takes the top out and subtracts its cost from all the others.</summary>
        public int Pop(int top)
        {
            Settle(top);
            int rest = Merge(_nodes[top].Left, _nodes[top].Right);
            Subtract(rest, _nodes[top].Cost);
            return rest;
        }

        private void Settle(int a)
        {
            Subtract(_nodes[a].Left, _nodes[a].Owed);
            Subtract(_nodes[a].Right, _nodes[a].Owed);
            _nodes[a].Owed = 0;
        }

        private void Subtract(int a, ulong cost)
        {
            if (a == None) return;
            _nodes[a].Cost -= cost;
            _nodes[a].Owed += cost;
        }
    }
}
