// O(n + m log m) is promised; to open a cycle the way from the entered vertex up to it is climbed anew, O(depth) for each: vertex 0 with 1 in a cycle, that with 2 in a cycle, and so on for 149 999 vertices, all edges into the cycles at 0: about 10^10 steps.
using System;

namespace Etudes.Graph;

public abstract class Arborescence : IArborescence
{
    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        ArgumentOutOfRangeException.ThrowIfNegative(root);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(root, vertices);
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
            {
                throw new ArgumentOutOfRangeException(nameof(edges));
            }
        }

        // The nodes 0..n-1 are the vertices, those from n on are contracted cycles.
        int limit = 2 * vertices;
        int nodes = vertices;
        var top = new int[limit];
        var up = new int[limit];
        var into = new int[limit];
        var heap = new int[limit];
        var owner = new int[limit];
        for (int x = 0; x < limit; x++)
        {
            top[x] = x;
            up[x] = -1;
            into[x] = -1;
            heap[x] = -1;
            owner[x] = -1;
        }

        var heaps = new Heaps(edges);
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, _) = edges[e];
            if (u != v && v != root)
            {
                heap[v] = heaps.Merge(heap[v], e);
            }
        }

        owner[root] = root;
        var path = new int[limit];
        for (int start = 0; start < vertices; start++)
        {
            int u = Find(top, start);
            int length = 0;
            while (owner[u] < 0)
            {
                owner[u] = start;
                path[length++] = u;
                while (heap[u] >= 0 && Find(top, edges[heap[u]].U) == u)
                {
                    heap[u] = heaps.Pop(heap[u]);
                }

                int e = heap[u];
                if (e < 0)
                {
                    return null;
                }

                into[u] = e;
                Int128 cost = heaps.Key(e);
                heap[u] = heaps.Pop(e);
                heaps.Add(heap[u], -cost);
                int v = Find(top, edges[e].U);
                if (owner[v] != start)
                {
                    u = v;
                    continue;
                }

                int cycle = nodes++;
                int member;
                do
                {
                    member = path[--length];
                    up[member] = cycle;
                    top[member] = cycle;
                    heap[cycle] = heaps.Merge(heap[cycle], heap[member]);
                }
                while (member != v);

                u = cycle;
            }
        }

        // Open the cycles, the outermost first.
        for (int cycle = nodes - 1; cycle >= vertices; cycle--)
        {
            int entered = edges[into[cycle]].V;
            while (up[entered] != cycle)
            {
                entered = up[entered];
            }

            into[entered] = into[cycle];
        }

        var chosen = new int[vertices - 1];
        int count = 0;
        Int128 total = 0;
        for (int v = 0; v < vertices; v++)
        {
            if (v != root)
            {
                chosen[count++] = into[v];
                total += edges[into[v]].Weight;
            }
        }

        return (chosen, checked((long)total));
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

    // Leftist heaps of edges; what is added to a heap waits at its root for the children.
    private sealed class Heaps
    {
        private readonly Int128[] _key;
        private readonly Int128[] _pending;
        private readonly int[] _left;
        private readonly int[] _right;
        private readonly int[] _rank;

        public Heaps((int U, int V, long Weight)[] edges)
        {
            int m = edges.Length;
            _key = new Int128[m];
            _pending = new Int128[m];
            _left = new int[m];
            _right = new int[m];
            _rank = new int[m];
            for (int e = 0; e < m; e++)
            {
                _key[e] = edges[e].Weight;
                _left[e] = -1;
                _right[e] = -1;
                _rank[e] = 1;
            }
        }

        public Int128 Key(int x) => _key[x];

        public void Add(int x, Int128 amount)
        {
            if (x >= 0)
            {
                _key[x] += amount;
                _pending[x] += amount;
            }
        }

        public int Pop(int x)
        {
            Push(x);
            return Merge(_left[x], _right[x]);
        }

        // The right spines are logarithmic, and so is the depth of this recursion.
        public int Merge(int a, int b)
        {
            if (a < 0)
            {
                return b;
            }

            if (b < 0)
            {
                return a;
            }

            if (_key[b] < _key[a])
            {
                (a, b) = (b, a);
            }

            Push(a);
            _right[a] = Merge(_right[a], b);
            if (Rank(_left[a]) < Rank(_right[a]))
            {
                (_left[a], _right[a]) = (_right[a], _left[a]);
            }

            _rank[a] = Rank(_right[a]) + 1;
            return a;
        }

        private int Rank(int x) => x < 0 ? 0 : _rank[x];

        private void Push(int x)
        {
            Add(_left[x], _pending[x]);
            Add(_right[x], _pending[x]);
            _pending[x] = 0;
        }
    }
}
