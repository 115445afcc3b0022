// The depth-first search is recursive and overflows the stack on a long path.
namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var at = new List<(int To, int Edge)>[vertices];
        for (int v = 0; v < vertices; v++) at[v] = new List<(int, int)>();
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, _) = edges[i];
            if (u < 0 || u >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            at[u].Add((v, i));
            at[v].Add((u, i));
        }
        var seen = new bool[vertices];
        var kept = new List<int>();
        for (int v = 0; v < vertices; v++)
            if (!seen[v]) Visit(v);
        return kept.ToArray();

        void Visit(int v)
        {
            seen[v] = true;
            foreach (var (to, edge) in at[v])
            {
                if (seen[to]) continue;
                kept.Add(edge);
                Visit(to);
            }
        }
    }
}
