// The search starts at vertex 0 only; the other components get no tree.
namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        int[] degree = new int[vertices];
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            degree[u]++;
            degree[v]++;
        }
        if (vertices == 0) return [];
        int[][] ends = Array.ConvertAll(degree, d => new int[d]);
        for (int i = 0; i < edges.Length; i++)
        {
            ends[edges[i].U][--degree[edges[i].U]] = i;
            ends[edges[i].V][--degree[edges[i].V]] = i;
        }
        bool[] reached = new bool[vertices];
        int[] queue = new int[vertices];
        int[] tree = new int[vertices - 1];
        int head = 0, tail = 1;
        reached[0] = true;
        while (head < tail)
        {
            int x = queue[head++];
            foreach (int i in ends[x])
            {
                int y = x == edges[i].U ? edges[i].V : edges[i].U;
                if (reached[y]) continue;
                reached[y] = true;
                tree[tail - 1] = i;
                queue[tail++] = y;
            }
        }
        return tree[..(tail - 1)];
    }
}
