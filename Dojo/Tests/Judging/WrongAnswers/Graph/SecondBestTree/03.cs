// A graph that is not connected is not noticed: it gives the second-best forest.
namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        for (int i = 0; i < edges.Length; i++)
        {
            if ((uint)edges[i].U >= (uint)vertices || (uint)edges[i].V >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        }
        var set = new int[vertices];
        Array.Fill(set, -1);
        var above = new int[vertices];       // the same sets, unshortened
        var link = new (Int128 Weight, int Order)[vertices];
        Array.Fill(above, -1);
        Int128 mst = 0, extra = Int128.MaxValue;
        int order = 0;
        foreach (var (u, v, w) in edges.OrderBy(e => e.Weight))
        {
            if (u == v) continue;
            int a = Root(set, u), b = Root(set, v);
            if (a != b)
            {
                if (set[a] > set[b]) (a, b) = (b, a);
                set[a] += set[b];
                set[b] = a;
                above[b] = a;
                link[b] = (w, order++);
                mst += w;
                continue;
            }
            int x = u, y = v;
            Int128 max = 0;
            while (x != y)
            {
                bool left = above[y] < 0 || (above[x] >= 0 && link[x].Order < link[y].Order);
                if (!left) (x, y) = (y, x);
                max = link[x].Weight;
                x = above[x];
            }
            if (w - max < extra) extra = w - max;
        }
        return extra == Int128.MaxValue ? null : checked((long)(mst + extra));
    }

    private static int Root(int[] set, int x)
    {
        while (set[x] >= 0)
        {
            if (set[set[x]] >= 0) set[x] = set[set[x]];
            x = set[x];
        }
        return x;
    }
}
