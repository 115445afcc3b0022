// reduced costs are kept in 64 bits and wrap round (e.g. w near long.MaxValue less a negative w(e)), so with extreme weights a dearer edge is let into a cycle and the sum is not the least.
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

        int limit = 2 * vertices;
        var heaps = new Heaps(edges.Length);
        int[] top = Filled(limit, -1), parent = Filled(limit, -1), entering = Filled(limit, -1), seen = Filled(limit, -1);
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, w) = edges[e];
            if (u == v || v == root) continue;
            heaps.Key[e] = w;
            top[v] = heaps.Meld(top[v], e);
        }

        int[] set = new int[limit];
        for (int i = 0; i < limit; i++) set[i] = i;
        int count = vertices;
        seen[root] = root;
        var path = new Stack<int>();

        for (int s = 0; s < vertices; s++)
        {
            path.Clear();
            int u = s;
            while (seen[u] < 0)
            {
                while (top[u] >= 0 && Find(set, edges[top[u]].U) == u) top[u] = heaps.Pop(top[u]);
                if (top[u] < 0) return null;
                int e = top[u];
                entering[u] = e;
                seen[u] = s;
                path.Push(u);
                int v = Find(set, edges[e].U);
                if (seen[v] != s)
                {
                    u = v;
                    continue;
                }

                // v is on the path: contract everything from v to here.
                int c = count++, merged = -1, w;
                do
                {
                    w = path.Pop();
                    int f = entering[w];
                    heaps.Add(f, -heaps.Key[f]);
                    merged = heaps.Meld(merged, heaps.Pop(f));
                    set[w] = c;
                    parent[w] = c;
                }
                while (w != v);
                top[c] = merged;
                u = c;
            }
        }

        // Open the cycles, the outermost first.
        bool[] done = new bool[limit];
        for (int c = count - 1; c >= vertices; c--)
        {
            if (done[c]) continue;
            int e = entering[c];
            for (int w = edges[e].V; w != c; w = parent[w])
            {
                entering[w] = e;
                done[w] = true;
            }
        }

        int[] result = new int[vertices - 1];
        int taken = 0;
        Int128 total = 0;
        for (int v = 0; v < vertices; v++)
        {
            if (v == root) continue;
            result[taken++] = entering[v];
            total += edges[entering[v]].Weight;
        }
        return (result, checked((long)total));
    }

    private static int[] Filled(int length, int value)
    {
        int[] a = new int[length];
        Array.Fill(a, value);
        return a;
    }

    private static int Find(int[] set, int x)
    {
        while (set[x] != x) x = set[x] = set[set[x]];
        return x;
    }

    /// <summary>Leftist heaps of edges; what is pending for both children waits in the node.</summary>
    private sealed class Heaps
    {
        public readonly long[] Key;
        private readonly long[] pending;
        private readonly int[] left, right, rank;

        public Heaps(int n)
        {
            Key = new long[n];
            pending = new long[n];
            left = Filled(n, -1);
            right = Filled(n, -1);
            rank = Filled(n, 1);
        }

        public void Add(int h, long amount)
        {
            if (h < 0) return;
            Key[h] += amount;
            pending[h] += amount;
        }

        public int Meld(int a, int b)
        {
            if (a < 0) return b;
            if (b < 0) return a;
            if (Key[b] < Key[a]) (a, b) = (b, a);
            Settle(a);
            right[a] = Meld(right[a], b);
            if (Rank(left[a]) < Rank(right[a])) (left[a], right[a]) = (right[a], left[a]);
            rank[a] = Rank(right[a]) + 1;
            return a;
        }

        public int Pop(int h)
        {
            Settle(h);
            return Meld(left[h], right[h]);
        }

        private int Rank(int h) => h < 0 ? 0 : rank[h];

        private void Settle(int h)
        {
            if (pending[h] == 0) return;
            Add(left[h], pending[h]);
            Add(right[h], pending[h]);
            pending[h] = 0;
        }
    }
}
