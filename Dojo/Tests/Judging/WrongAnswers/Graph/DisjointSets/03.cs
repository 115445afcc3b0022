// Union links the numbers themselves, not the roots of their sets.
namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    private int[] parent = [];
    private int[] size = [];
    private int count;

    public static DisjointSets Of(int n)
    {
        if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
        var sets = new DisjointSets { parent = new int[n], size = new int[n], count = n };
        for (int i = 0; i < n; i++)
        {
            sets.parent[i] = i;
            sets.size[i] = 1;
        }
        return sets;
    }

    public int Find(int x)
    {
        if ((uint)x >= (uint)parent.Length) throw new ArgumentOutOfRangeException(nameof(x));
        int root = x;
        while (parent[root] != root) root = parent[root];
        while (parent[x] != root) (x, parent[x]) = (parent[x], root);
        return root;
    }

    public bool Union(int x, int y)
    {
        int rootX = Find(x), rootY = Find(y);
        if (rootX == rootY) return false;
        if (size[rootX] >= size[rootY])
        {
            parent[y] = x;
            size[rootX] += size[rootY];
        }
        else
        {
            parent[x] = y;
            size[rootY] += size[rootX];
        }
        count--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => size[Find(x)];

    public int Count => count;

    public int[][] Groups()
    {
        var groups = new Dictionary<int, List<int>>();
        for (int i = 0; i < parent.Length; i++)
        {
            int root = Find(i);
            if (!groups.TryGetValue(root, out var list)) groups.Add(root, list = []);
            list.Add(i);
        }
        return groups.Values.OrderBy(l => l[0]).Select(l => l.ToArray()).ToArray();
    }
}
