// A total beyond 64 bits wraps round silently.
namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        for (int i = 0; i < edges.Length; i++)
        {
            if ((uint)edges[i].U >= (uint)vertices || (uint)edges[i].V >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges), $"edge {i}");
        }
        var sorted = edges.Select((e, i) => (e.Weight, Index: i)).OrderBy(p => p.Weight).Select(p => p.Index);
        var tree = new int[vertices];
        for (int v = 0; v < vertices; v++) tree[v] = v;
        var taken = sorted.Where(i => Merge(tree, edges[i].U, edges[i].V)).ToArray();
        long total = 0;
        foreach (int i in taken) total = unchecked(total + edges[i].Weight);
        return (taken, total);
    }

    private static bool Merge(int[] tree, int u, int v)
    {
        int a = Top(tree, u), b = Top(tree, v);
        tree[a] = b;
        return a != b;
    }

    private static int Top(int[] tree, int v)
    {
        int top = v;
        while (tree[top] != top) top = tree[top];
        while (tree[v] != top)
        {
            int next = tree[v];
            tree[v] = top;
            v = next;
        }
        return top;
    }
}
