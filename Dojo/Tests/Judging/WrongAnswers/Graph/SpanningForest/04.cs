// For every edge it searches the forest kept so far for a way between the ends: O(n m).
namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (edges.Any(e => e.U < 0 || e.U >= vertices || e.V < 0 || e.V >= vertices)) throw new ArgumentOutOfRangeException(nameof(edges));
        var forest = new Dictionary<int, List<int>>();
        List<int> Near(int v) => forest.TryGetValue(v, out var list) ? list : forest[v] = [];

        bool Connected(int a, int b)
        {
            var seen = new HashSet<int> { a };
            var todo = new Stack<int>([a]);
            while (todo.TryPop(out int x))
            {
                if (x == b) return true;
                foreach (int y in Near(x))
                    if (seen.Add(y)) todo.Push(y);
            }
            return false;
        }

        var kept = new List<int>();
        for (int i = 0; i < edges.Length; i++)
        {
            if (Connected(edges[i].U, edges[i].V)) continue;
            Near(edges[i].U).Add(edges[i].V);
            Near(edges[i].V).Add(edges[i].U);
            kept.Add(i);
        }
        return kept.ToArray();
    }
}
