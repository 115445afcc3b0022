// No vertices at all pass for a spanning tree.
namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges)
    {
        return CountByBfs(vertices, edges) == vertices - edges.Length;
    }

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges)
    {
        return IsForest(vertices, edges) && CountByBfs(vertices, edges) <= 1;
    }

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        int c = CountByBfs(vertices, edges);
        if (Array.Exists(chosen, i => i < 0 || i >= edges.Length)) throw new ArgumentOutOfRangeException(nameof(chosen));
        var sub = Array.ConvertAll(chosen, i => edges[i]);
        return c == CountByBfs(vertices, sub) && c == vertices - sub.Length;
    }

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges)
    {
        int c = CountByBfs(vertices, edges);
        if (c != vertices - edges.Length) throw new ArgumentException("The edges make a cycle.");
        return c;
    }

    private static int CountByBfs(int n, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var head = new int[n];
        Array.Fill(head, -1);
        var next = new int[2 * edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, _) = edges[i];
            if (u < 0 || u >= n || v < 0 || v >= n) throw new ArgumentOutOfRangeException(nameof(edges));
            next[2 * i] = head[u];
            head[u] = 2 * i;
            next[2 * i + 1] = head[v];
            head[v] = 2 * i + 1;
        }
        var seen = new bool[n];
        var queue = new Queue<int>();
        int count = 0;
        for (int s = 0; s < n; s++)
        {
            if (seen[s]) continue;
            count++;
            seen[s] = true;
            queue.Enqueue(s);
            while (queue.TryDequeue(out int x))
            {
                for (int h = head[x]; h >= 0; h = next[h])
                {
                    var e = edges[h / 2];
                    int y = h % 2 == 0 ? e.V : e.U;
                    if (seen[y]) continue;
                    seen[y] = true;
                    queue.Enqueue(y);
                }
            }
        }
        return count;
    }
}
