// It looks for the next larger weight, though a second tree may weigh the same.
namespace Etudes.Graph;

public abstract class SecondBestTree : ISecondBestTree
{
    public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));

        int[] order = Enumerable.Range(0, edges.Length).OrderBy(i => edges[i].Weight).ToArray();
        int[] parent = Enumerable.Range(0, vertices).ToArray();
        int[] size = Enumerable.Repeat(1, vertices).ToArray();
        int[] time = Enumerable.Repeat(int.MaxValue, vertices).ToArray();
        long[] weight = new long[vertices];
        List<int> rest = [];
        Int128 total = 0;
        int links = 0;
        foreach (int i in order)
        {
            var (u, v, w) = edges[i];
            while (parent[u] != u) u = parent[u];
            while (parent[v] != v) v = parent[v];
            if (u == v)
            {
                rest.Add(i);
                continue;
            }
            if (size[u] > size[v]) (u, v) = (v, u);
            parent[u] = v;
            size[v] += size[u];
            weight[u] = w;
            time[u] = links++;
            total += w;
        }
        if (links != vertices - 1) return null;

        // one exchange must make the tree heavier
        Int128? least = null;
        foreach (int i in rest)
        {
            var (u, v, w) = edges[i];
            if (u == v) continue;
            foreach (long f in Links(u, v))
            {
                Int128 more = (Int128)w - f;
                if (more > 0 && (least == null || more < least)) least = more;
            }
        }
        return least == null ? null : checked((long)(total + least.Value));

        IEnumerable<long> Links(int u, int v)
        {
            long heaviest = 0;
            while (u != v)
            {
                if (time[u] > time[v]) (u, v) = (v, u);
                heaviest = weight[u];
                u = parent[u];
            }
            yield return heaviest;
        }
    }
}
