// The maximum on the path starts at 0, which is too large where all weights are negative.
namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private int[][] jump = [];
    private long[][] most = [];
    private int[] depth = [];
    private int[] component = [];

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        for (int i = 0; i < edges.Length; i++)
            if (edges[i].U < 0 || edges[i].U >= vertices || edges[i].V < 0 || edges[i].V >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        // Prim's forest
        var adjacent = new List<(int To, long W)>[vertices];
        for (int i = 0; i < vertices; i++) adjacent[i] = [];
        foreach (var (u, v, w) in edges)
        {
            adjacent[u].Add((v, w));
            adjacent[v].Add((u, w));
        }
        int levels = 1;
        while (1 << levels < vertices) levels++;
        var p = new BottleneckPath
        {
            jump = Enumerable.Range(0, levels).Select(_ => new int[vertices]).ToArray(),
            most = Enumerable.Range(0, levels).Select(_ => new long[vertices]).ToArray(),
            depth = new int[vertices],
            component = Enumerable.Repeat(-1, vertices).ToArray()
        };
        var heap = new PriorityQueue<(int From, int To), long>();
        for (int s = 0; s < vertices; s++)
        {
            if (p.component[s] >= 0) continue;
            heap.Enqueue((s, s), 0);
            while (heap.TryDequeue(out var e, out long w))
            {
                if (p.component[e.To] >= 0) continue;
                p.component[e.To] = s;
                p.jump[0][e.To] = e.From;
                p.most[0][e.To] = e.From == e.To ? long.MinValue : w;
                p.depth[e.To] = e.From == e.To ? 0 : p.depth[e.From] + 1;
                foreach (var (to, x) in adjacent[e.To])
                    if (p.component[to] < 0) heap.Enqueue((e.To, to), x);
            }
        }
        for (int l = 1; l < levels; l++)
            for (int v = 0; v < vertices; v++)
            {
                int mid = p.jump[l - 1][v];
                p.jump[l][v] = p.jump[l - 1][mid];
                p.most[l][v] = Math.Max(p.most[l - 1][v], p.most[l - 1][mid]);
            }
        return p;
    }

    public long? Between(int u, int v)
    {
        if (u < 0 || u >= depth.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if (v < 0 || v >= depth.Length) throw new ArgumentOutOfRangeException(nameof(v));
        if (u == v) return long.MinValue;
        if (component[u] != component[v]) return null;
        long max = 0;
        if (depth[u] < depth[v]) (u, v) = (v, u);
        for (int l = jump.Length - 1; l >= 0; l--)
            if (depth[u] - depth[v] >= 1 << l) u = Climb(u, l);
        if (u == v) return max;
        for (int l = jump.Length - 1; l >= 0; l--)
            if (jump[l][u] != jump[l][v])
            {
                u = Climb(u, l);
                v = Climb(v, l);
            }
        Climb(u, 0);
        Climb(v, 0);
        return max;

        int Climb(int x, int l)
        {
            max = Math.Max(max, most[l][x]);
            return jump[l][x];
        }
    }
}
