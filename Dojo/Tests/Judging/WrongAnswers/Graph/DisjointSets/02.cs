// The groups come in the order of their roots instead of their smallest members.
namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    readonly int[] p; // parent, or minus the size
    int sets;

    DisjointSets(int n)
    {
        p = new int[n];
        Array.Fill(p, -1);
        sets = n;
    }

    public static DisjointSets Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new(n);
    }

    public int Find(int x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, p.Length);
        while (p[x] >= 0)
        {
            if (p[p[x]] >= 0) p[x] = p[p[x]];
            x = p[x];
        }
        return x;
    }

    public bool Union(int x, int y)
    {
        x = Find(x);
        y = Find(y);
        if (x == y) return false;
        if (p[x] > p[y]) (x, y) = (y, x);
        p[x] += p[y];
        p[y] = x;
        sets--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);
    public int SizeOf(int x) => -p[Find(x)];
    public int Count => sets;

    public int[][] Groups()
    {
        var members = new List<int>[p.Length];
        for (int i = 0; i < p.Length; i++) (members[Find(i)] ??= []).Add(i);
        return members.Where(m => m != null).Select(m => m.ToArray()).ToArray();
    }
}
