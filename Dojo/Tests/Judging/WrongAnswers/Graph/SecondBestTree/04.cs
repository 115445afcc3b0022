// The weight of the first tree is added up in checked long and throws where only the partial sums do not fit.
namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (Array.Exists(edges, e => e.U < 0 || e.U >= vertices || e.V < 0 || e.V >= vertices))
            throw new ArgumentOutOfRangeException(nameof(edges));
        if (vertices < 2) return null;

        // Prim from vertex 0, then binary lifting
        var near = new List<int>[vertices];
        for (int i = 0; i < vertices; i++) near[i] = [];
        for (int i = 0; i < edges.Length; i++)
        {
            near[edges[i].U].Add(i);
            near[edges[i].V].Add(i);
        }
        int levels = 1;
        while ((1 << levels) < vertices) levels++;
        var up = new int[levels, vertices];
        var max = new long[levels, vertices];
        var depth = new int[vertices];
        var inTree = new bool[vertices];
        var used = new bool[edges.Length];
        var queue = new PriorityQueue<(int Edge, int From, int To), long>();
        long total = 0;
        int reached = 0;
        Add(0);
        while (queue.TryDequeue(out var q, out long w))
        {
            if (inTree[q.To]) continue;
            used[q.Edge] = true;
            up[0, q.To] = q.From;
            max[0, q.To] = w;
            depth[q.To] = depth[q.From] + 1;
            total = checked(total + w);
            Add(q.To);
        }
        if (reached < vertices) return null;
        max[0, 0] = long.MinValue;
        for (int l = 1; l < levels; l++)
            for (int v = 0; v < vertices; v++)
            {
                up[l, v] = up[l - 1, up[l - 1, v]];
                max[l, v] = Math.Max(max[l - 1, v], max[l - 1, up[l - 1, v]]);
            }
        Int128? best = null;
        for (int i = 0; i < edges.Length; i++)
        {
            if (used[i] || edges[i].U == edges[i].V) continue;
            Int128 change = (Int128)edges[i].Weight - Heaviest(edges[i].U, edges[i].V);
            if (best is null || change < best) best = change;
        }
        return best is null ? null : checked((long)(total + best.Value));

        void Add(int v)
        {
            inTree[v] = true;
            reached++;
            foreach (int e in near[v])
            {
                int to = edges[e].U == v ? edges[e].V : edges[e].U;
                if (!inTree[to]) queue.Enqueue((e, v, to), edges[e].Weight);
            }
        }

        long Heaviest(int a, int b)
        {
            long m = long.MinValue;
            if (depth[a] < depth[b]) (a, b) = (b, a);
            for (int l = 0, d = depth[a] - depth[b]; d > 0; l++, d >>= 1)
            {
                if ((d & 1) == 0) continue;
                m = Math.Max(m, max[l, a]);
                a = up[l, a];
            }
            if (a == b) return m;
            for (int l = levels - 1; l >= 0; l--)
            {
                if (up[l, a] == up[l, b]) continue;
                m = Math.Max(m, Math.Max(max[l, a], max[l, b]));
                a = up[l, a];
                b = up[l, b];
            }
            return Math.Max(m, Math.Max(max[0, a], max[0, b]));
        }
    }
}
