// O(n + m log m): for each edge outside the tree the path in the tree is walked step by step, which costs O(n m) where the tree is deep (a long path and many long edges).
namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        // Kruskal's tree.
        var order = new int[edges.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => edges[a].Weight.CompareTo(edges[b].Weight));
        int[] sets = new int[vertices], size = new int[vertices];
        for (int v = 0; v < vertices; v++) (sets[v], size[v]) = (v, 1);

        int Find(int x)
        {
            while (sets[x] != x) x = sets[x] = sets[sets[x]];
            return x;
        }

        var chosen = new bool[edges.Length];
        int count = 0;
        Int128 total = 0;
        foreach (int i in order)
        {
            int a = Find(edges[i].U), b = Find(edges[i].V);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            sets[b] = a;
            size[a] += size[b];
            chosen[i] = true;
            count++;
            total += edges[i].Weight;
        }
        if (count != vertices - 1) return null;

        // Hang it up at 0.
        int[] head = new int[vertices], next = new int[2 * edges.Length];
        Array.Fill(head, -1);
        for (int i = 0; i < edges.Length; i++)
        {
            if (!chosen[i]) continue;
            var (u, v, _) = edges[i];
            (next[2 * i], head[u]) = (head[u], 2 * i);              // u to v
            (next[2 * i + 1], head[v]) = (head[v], 2 * i + 1);      // v to u
        }
        int[] parent = new int[vertices], depth = new int[vertices];
        var above = new long[vertices];
        parent[0] = -1;
        var queue = new Queue<int>();
        queue.Enqueue(0);
        while (queue.TryDequeue(out int u))
        {
            for (int half = head[u]; half >= 0; half = next[half])
            {
                var edge = edges[half / 2];
                int v = half % 2 == 0 ? edge.V : edge.U;
                if (v == parent[u]) continue;
                parent[v] = u;
                depth[v] = depth[u] + 1;
                above[v] = edge.Weight;
                queue.Enqueue(v);
            }
        }

        // Each other edge may replace the heaviest on the path between its ends.
        Int128? best = null;
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, weight) = edges[i];
            if (chosen[i] || u == v) continue;
            long heaviest = long.MinValue;
            while (u != v)
            {
                if (depth[u] < depth[v]) (u, v) = (v, u);
                heaviest = Math.Max(heaviest, above[u]);
                u = parent[u];
            }
            Int128 dearer = (Int128)weight - heaviest;
            if (best is null || dearer < best.Value) best = dearer;
        }
        if (best is null) return null;
        return checked((long)(total + best.Value));
    }
}
