// Every number bears the name of its set, and a union renames by walking over all of them.
namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    private readonly int[] name;
    private readonly int[] members;

    private DisjointSets(int n)
    {
        name = new int[n];
        members = new int[n];
        for (int i = 0; i < n; i++) (name[i], members[i]) = (i, 1);
        Count = n;
    }

    public static DisjointSets Of(int n)
    {
        if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
        return new DisjointSets(n);
    }

    public int Count { get; private set; }

    public int Find(int x) =>
        x >= 0 && x < name.Length ? name[x] : throw new ArgumentOutOfRangeException(nameof(x));

    public bool Union(int x, int y)
    {
        int keep = Find(x), drop = Find(y);
        if (keep == drop) return false;
        for (int i = 0; i < name.Length; i++)
            if (name[i] == drop) name[i] = keep;
        members[keep] += members[drop];
        Count--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => members[Find(x)];

    public int[][] Groups()
    {
        List<int[]> result = [];
        foreach (var group in name.Select((set, i) => (set, i)).GroupBy(p => p.set, p => p.i))
            result.Add([.. group]);
        return [.. result];
    }
}
