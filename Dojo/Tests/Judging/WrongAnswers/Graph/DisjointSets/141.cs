// Count is promised in O(1), but counts the roots anew at each call, O(n), so that asking for it after every union is quadratic.
namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    // The parent of a number, or for a root its size, negated.
    private readonly int[] link;

    private DisjointSets(int n)
    {
        link = new int[n];
        Array.Fill(link, -1);
    }

    public static DisjointSets Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new DisjointSets(n);
    }

    public int Find(int x)
    {
        if ((uint)x >= (uint)link.Length) throw new ArgumentOutOfRangeException(nameof(x));
        while (link[x] >= 0)
        {
            int parent = link[x];
            if (link[parent] >= 0) link[x] = link[parent];
            x = parent;
        }
        return x;
    }

    public bool Union(int x, int y)
    {
        int a = Find(x), b = Find(y);
        if (a == b) return false;
        if (link[a] > link[b]) (a, b) = (b, a);
        link[a] += link[b];
        link[b] = a;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => -link[Find(x)];

    public int Count => link.Count(l => l < 0);

    public int[][] Groups()
    {
        int[] groupOf = new int[link.Length];
        Array.Fill(groupOf, -1);
        var groups = new List<int[]>();
        int[] filled = new int[link.Length];
        for (int x = 0; x < link.Length; x++)
        {
            int root = Find(x);
            if (groupOf[root] < 0)
            {
                groupOf[root] = groups.Count;
                groups.Add(new int[-link[root]]);
            }
            int g = groupOf[root];
            groups[g][filled[g]++] = x;
        }
        return groups.ToArray();
    }
}
