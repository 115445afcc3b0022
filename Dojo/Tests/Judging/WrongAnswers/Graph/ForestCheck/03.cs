// A recursive search overflows the stack on a long path.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    private sealed class Search
    {
        private readonly List<int>[] near;
        private readonly bool[] seen;
        public int Components;

        public Search(int n, (int U, int V, long Weight)[] edges)
        {
            if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
            near = new List<int>[n];
            for (int i = 0; i < n; i++) near[i] = [];
            foreach (var (u, v, _) in edges)
            {
                if (u < 0 || v < 0 || u >= n || v >= n) throw new ArgumentOutOfRangeException(nameof(edges));
                near[u].Add(v);
                near[v].Add(u);
            }
            seen = new bool[n];
            for (int i = 0; i < n; i++)
            {
                if (seen[i]) continue;
                Components++;
                Visit(i);
            }
        }

        private void Visit(int v)
        {
            seen[v] = true;
            foreach (int w in near[v])
                if (!seen[w]) Visit(w);
        }
    }

    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) =>
        new Search(vertices, edges).Components + edges.Length == vertices;

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
        new Search(vertices, edges).Components == 1 && edges.Length == vertices - 1;

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int expected = new Search(vertices, edges).Components;
        var sub = new (int U, int V, long Weight)[chosen.Length];
        for (int i = 0; i < sub.Length; i++)
        {
            if (chosen[i] < 0 || chosen[i] >= edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
            sub[i] = edges[chosen[i]];
        }
        int actual = new Search(vertices, sub).Components;
        return actual == expected && actual + sub.Length == vertices;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        int trees = new Search(vertices, edges).Components;
        return trees + edges.Length == vertices ? trees : throw new ArgumentException("no forest");
    }
}
