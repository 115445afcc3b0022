// Walking from u to v in the minimum spanning forest, O(n) a query when the forest is a path.
namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly int[] _up, _depth, _tree;
    private readonly long[] _weightUp;

    private BottleneckPath(int n)
    {
        _up = new int[n];
        _depth = new int[n];
        _tree = new int[n];
        _weightUp = new long[n];
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (edges.Any(e => e.U < 0 || e.U >= vertices || e.V < 0 || e.V >= vertices))
            throw new ArgumentOutOfRangeException(nameof(edges));
        int[] set = Enumerable.Range(0, vertices).ToArray();
        int Find(int x)
        {
            while (set[x] != x) x = set[x] = set[set[x]];
            return x;
        }
        var adjacent = Enumerable.Range(0, vertices).Select(_ => new List<(int, long)>()).ToArray();
        foreach (var (u, v, w) in edges.OrderBy(e => e.Weight))
        {
            int a = Find(u), b = Find(v);
            if (a == b) continue;
            set[a] = b;
            adjacent[u].Add((v, w));
            adjacent[v].Add((u, w));
        }
        var result = new BottleneckPath(vertices);
        Array.Fill(result._tree, -1);
        var stack = new Stack<int>();
        for (int root = 0; root < vertices; root++)
        {
            if (result._tree[root] >= 0) continue;
            result._tree[root] = root;
            stack.Push(root);
            while (stack.Count > 0)
            {
                int x = stack.Pop();
                foreach (var (y, w) in adjacent[x])
                {
                    if (result._tree[y] >= 0) continue;
                    result._tree[y] = root;
                    result._up[y] = x;
                    result._depth[y] = result._depth[x] + 1;
                    result._weightUp[y] = w;
                    stack.Push(y);
                }
            }
        }
        return result;
    }

    public long? Between(int u, int v)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(u);
        ArgumentOutOfRangeException.ThrowIfNegative(v);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(u, _up.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(v, _up.Length);
        if (_tree[u] != _tree[v]) return null;
        long max = long.MinValue;
        while (u != v)
        {
            if (_depth[u] < _depth[v]) (u, v) = (v, u);
            max = Math.Max(max, _weightUp[u]);
            u = _up[u];
        }
        return max;
    }
}
