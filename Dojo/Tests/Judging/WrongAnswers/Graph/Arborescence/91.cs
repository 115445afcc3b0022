// Breaks: "O(n + m log m), also when cycles lie in cycles."
// How: vertices 0..k, root 0, edges (1,2,0), (2,1,2), for i = 3..k (1,i,0) and (i,1,i), last (0,1,10^9). k-1 cycles lie in each other, and
// all entries go to 1, in the innermost. Opening climbs from 1 up to each cycle, even to those that an outer one has done: k^2/2 = 1.1e10 steps
// for k = 149 999. When the entry is to an outer member, the climbs are short.
using System;

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

        int most = 2 * vertices;
        var heaps = new Heaps(edges.Length);
        var heap = new int[most];
        var within = new int[most];   // the cycle that a node was contracted into
        var stands = new int[most];   // a shortcut to the outermost of them
        var entry = new int[most];
        var state = new byte[most];   // 0 new, 1 on the walk, 2 done
        Array.Fill(heap, -1);
        Array.Fill(within, -1);
        for (int x = 0; x < most; x++) stands[x] = x;
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (u != v && v != root) heap[v] = heaps.Merge(heap[v], heaps.Single(i, weight));
        }

        int count = vertices;
        var walk = new int[most];
        state[root] = 2;
        for (int s = 0; s < vertices; s++)
        {
            int v = Find(stands, s), length = 0;
            if (state[v] == 2) continue;
            while (true)
            {
                state[v] = 1;
                walk[length++] = v;
                while (heap[v] >= 0 && Find(stands, edges[heap[v]].U) == v) heap[v] = heaps.Pop(heap[v]);
                if (heap[v] < 0) return null;
                int e = heap[v];
                entry[v] = e;
                heaps.Subtract(e, heaps.Key(e));
                int u = Find(stands, edges[e].U);
                if (state[u] == 2) break;
                if (state[u] == 1)
                {
                    int cycle = count++, w;
                    do
                    {
                        w = walk[--length];
                        within[w] = cycle;
                        stands[w] = cycle;
                        heap[cycle] = heaps.Merge(heap[cycle], heap[w]);
                    }
                    while (w != u);
                    u = cycle;
                }
                v = u;
            }
            while (length > 0) state[walk[--length]] = 2;
        }

        // The youngest cycle first: its entry becomes that of all nodes around the vertex where it ends.
        for (int cycle = count - 1; cycle >= vertices; cycle--)
            for (int x = edges[entry[cycle]].V; x != cycle; x = within[x])
                entry[x] = entry[cycle];

        var chosen = new int[vertices - 1];
        int filled = 0;
        Int128 total = 0;
        for (int x = 0; x < vertices; x++)
        {
            if (x == root) continue;
            chosen[filled++] = entry[x];
            total += edges[entry[x]].Weight;
        }
        return (chosen, checked((long)total));
    }

    private static int Find(int[] stands, int x)
    {
        while (stands[x] != x) x = stands[x] = stands[stands[x]];
        return x;
    }

    /// <summary>Skew heaps of edges, merged from the top down; what is subtracted waits at the top.</summary>
    private sealed class Heaps(int m)
    {
        private readonly Int128[] _key = new Int128[m];
        private readonly Int128[] _late = new Int128[m];
        private readonly int[] _left = new int[m];
        private readonly int[] _right = new int[m];

        public int Single(int i, long weight)
        {
            _key[i] = weight;
            _left[i] = _right[i] = -1;
            return i;
        }

        public Int128 Key(int i) => _key[i];

        public void Subtract(int i, Int128 amount)
        {
            if (i < 0) return;
            _key[i] -= amount;
            _late[i] += amount;
        }

        public int Pop(int i)
        {
            Open(i);
            return Merge(_left[i], _right[i]);
        }

        public int Merge(int a, int b)
        {
            int top = -1, last = -1;
            while (a >= 0 && b >= 0)
            {
                if (_key[b] < _key[a]) (a, b) = (b, a);
                Open(a);
                if (last < 0) top = a;
                else _left[last] = a;
                int right = _right[a];
                _right[a] = _left[a];
                last = a;
                a = right;
            }
            int rest = a >= 0 ? a : b;
            if (last < 0) return rest;
            _left[last] = rest;
            return top;
        }

        private void Open(int i)
        {
            if (_late[i] == 0) return;
            Subtract(_left[i], _late[i]);
            Subtract(_right[i], _late[i]);
            _late[i] = 0;
        }
    }
}
