// Edges of negative weight are left out, though nothing else connects.
namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (Array.Exists(edges, e => e.U < 0 || e.U >= vertices || e.V < 0 || e.V >= vertices))
            throw new ArgumentOutOfRangeException(nameof(edges));
        int[] byWeight = Enumerable.Range(0, edges.Length).ToArray();
        Array.Sort(byWeight, (x, y) => edges[y].Weight.CompareTo(edges[x].Weight));
        int[] up = new int[vertices], size = new int[vertices];
        for (int i = 0; i < vertices; i++) (up[i], size[i]) = (i, 1);
        var kept = new List<int>();
        Int128 sum = 0;
        foreach (int e in byWeight)
        {
            if (edges[e].Weight < 0) break;
            int a = edges[e].U, b = edges[e].V;
            while (a != up[a]) a = up[a];
            while (b != up[b]) b = up[b];
            if (a == b) continue;
            if (size[a] > size[b]) (a, b) = (b, a);
            up[a] = b;
            size[b] += size[a];
            kept.Add(e);
            sum += edges[e].Weight;
        }
        if (sum > long.MaxValue || sum < long.MinValue) throw new OverflowException("total");
        return (kept.ToArray(), (long)sum);
    }
}
