// An edge that is chosen twice is taken for one: the choice is made a set first.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    private sealed class Merger
    {
        private readonly int[] link;
        public int Count;

        public Merger(int n)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n);
            link = new int[n];
            Array.Fill(link, -1);
            Count = n;
        }

        private int Top(int x)
        {
            if ((uint)x >= (uint)link.Length) throw new ArgumentOutOfRangeException(nameof(x));
            while (link[x] >= 0)
            {
                int up = link[x];
                if (link[up] >= 0) link[x] = link[up];
                x = up;
            }
            return x;
        }

        public bool Join(int u, int v)
        {
            u = Top(u);
            v = Top(v);
            if (u == v) return false;
            if (link[u] > link[v]) (u, v) = (v, u);
            link[u] += link[v];
            link[v] = u;
            Count--;
            return true;
        }
    }

    // whether there is no cycle, and how many components there are
    private static (bool Acyclic, int Parts) Look(int n, IEnumerable<(int U, int V, long)> edges)
    {
        var m = new Merger(n);
        bool acyclic = true;
        foreach (var e in edges) acyclic &= m.Join(e.U, e.V);
        return (acyclic, m.Count);
    }

    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) => Look(vertices, edges).Acyclic;

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) => Look(vertices, edges) == (true, 1);

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int parts = Look(vertices, edges).Parts;
        HashSet<int> indices = [.. chosen];
        if (indices.Any(i => i < 0 || i >= edges.Length)) throw new ArgumentOutOfRangeException(nameof(chosen));
        return Look(vertices, indices.Select(i => edges[i])) == (true, parts);
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges) =>
        Look(vertices, edges) is (true, var trees) ? trees : throw new ArgumentException("There is a cycle.");
}
