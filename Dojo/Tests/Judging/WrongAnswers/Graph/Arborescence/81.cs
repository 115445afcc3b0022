// Breaks: "Weights lie anywhere in `long`, negative ones too: reduced costs must not overflow." and "null if root cannot reach some vertex"
// How: Of(4, [(0,1,Max), (1,2,Max), (2,1,0), (0,3,Min)], 0) with Max = 2^63 - 1: reachability is told by one helper edge from the root to
// each vertex, of weight 2^63, "heavier than any". Entering the cycle 1-2 costs Max - 0 at 1, but only 2^63 - Max = 1 by the helper to 2,
// so null comes back instead of edges 0, 1, 3 with total Max - 1.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class Arborescence : IArborescence
{
    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)root >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(root));
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        int m = edges.Length;
        var all = new (int U, int V, long Weight)[m + vertices];
        edges.CopyTo(all, 0);
        for (int v = 0; v < vertices; v++) all[m + v] = (root, v, 0);
        // A helper is heavier than any edge: it stays only where the root has no way.
        Int128 heavy = (Int128)long.MaxValue + 1;
        int[] entry = Entries(vertices, all, root, e => e < m ? all[e].Weight : heavy)!;
        var result = new List<int>(vertices - 1);
        Int128 total = 0;
        for (int v = 0; v < vertices; v++)
        {
            if (v == root) continue;
            if (entry[v] >= m) return null;
            result.Add(entry[v]);
            total += edges[entry[v]].Weight;
        }
        return (result.ToArray(), checked((long)total));
    }

    // A leftist heap per node, its items named by their edges; a note at the top is what was subtracted from all of it.
    sealed class Heaps(int m)
    {
        readonly int[] _left = new int[m], _right = new int[m], _rank = new int[m];
        readonly Int128[] _key = new Int128[m], _note = new Int128[m];

        public void Make(int e, Int128 key)
        {
            _left[e] = _right[e] = -1;
            _rank[e] = 1;
            _key[e] = key;
        }

        public Int128 Key(int e) => _key[e];

        public void Add(int heap, Int128 amount)
        {
            if (heap < 0) return;
            _key[heap] += amount;
            _note[heap] += amount;
        }

        void Pass(int e)
        {
            Add(_left[e], _note[e]);
            Add(_right[e], _note[e]);
            _note[e] = 0;
        }

        // As deep as the right spines are long, which is log2 m.
        public int Merge(int x, int y)
        {
            if (x < 0) return y;
            if (y < 0) return x;
            if (_key[y] < _key[x]) (x, y) = (y, x);
            Pass(x);
            _right[x] = Merge(_right[x], y);
            int leftRank = _left[x] < 0 ? 0 : _rank[_left[x]];
            if (leftRank < _rank[_right[x]]) (_left[x], _right[x]) = (_right[x], _left[x]);
            _rank[x] = (_right[x] < 0 ? 0 : _rank[_right[x]]) + 1;
            return x;
        }

        public int Pop(int e)
        {
            Pass(e);
            return Merge(_left[e], _right[e]);
        }
    }

    // For each vertex but the root the edge that enters it; null if there is no way to enter some node.
    static int[]? Entries(int vertices, (int U, int V, long Weight)[] edges, int root, Func<int, Int128> weight)
    {
        int nodes = 2 * vertices, next = vertices;
        var heaps = new Heaps(edges.Length);
        int[] heap = new int[nodes], up = new int[nodes], entry = new int[nodes], link = new int[nodes];
        byte[] state = new byte[nodes];   // 0: new, 1: on the walk, 2: done
        Array.Fill(heap, -1);
        Array.Fill(up, -1);
        Array.Fill(entry, -1);
        for (int i = 0; i < nodes; i++) link[i] = i;
        for (int e = 0; e < edges.Length; e++)
        {
            heaps.Make(e, weight(e));
            if (edges[e].U != edges[e].V && edges[e].V != root)
                heap[edges[e].V] = heaps.Merge(heap[edges[e].V], e);
        }
        int Find(int x)
        {
            while (link[x] != x) x = link[x] = link[link[x]];
            return x;
        }
        state[root] = 2;
        var walk = new Stack<int>();
        for (int start = 0; start < vertices; start++)
        {
            int u = Find(start);
            if (state[u] == 2) continue;
            while (true)
            {
                state[u] = 1;
                walk.Push(u);
                while (heap[u] >= 0 && Find(edges[heap[u]].U) == u) heap[u] = heaps.Pop(heap[u]);
                if (heap[u] < 0) return null;
                int e = heap[u];
                entry[u] = e;
                heaps.Add(e, -heaps.Key(e));
                heap[u] = heaps.Pop(e);
                int from = Find(edges[e].U);
                if (state[from] == 2) break;
                if (state[from] == 0)
                {
                    u = from;
                    continue;
                }
                int cycle = next++, member;
                do
                {
                    member = walk.Pop();
                    up[member] = link[member] = cycle;
                    heap[cycle] = heaps.Merge(heap[cycle], heap[member]);
                }
                while (member != from);
                u = cycle;
            }
            while (walk.TryPop(out int done)) state[done] = 2;
        }
        bool[] given = new bool[nodes];
        for (int cycle = next - 1; cycle >= vertices; cycle--)
        {
            if (given[cycle]) continue;
            int e = entry[cycle];
            for (int x = edges[e].V; x != cycle; x = up[x])
            {
                entry[x] = e;
                given[x] = true;
            }
        }
        return entry;
    }
}
