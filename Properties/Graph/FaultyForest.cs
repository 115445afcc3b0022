namespace Etudes.Graph;

/// <summary>A right answer to any kata of spanning forests, but for how it chooses the edges; each mistake spoils one part.</summary>
public abstract class FaultyForest<TSelf> where TSelf : FaultyForest<TSelf>, new()
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        var answer = new TSelf();
        answer.Check(vertices, edges);
        var forest = answer.Choose(vertices, edges);
        return ([.. forest], answer.Sum(forest.ConvertAll(i => edges[i].Weight)));
    }

    protected virtual void Check(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if (Math.Min(u, v) < 0 || Math.Max(u, v) >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
    }

    protected abstract List<int> Choose(int vertices, (int U, int V, long Weight)[] edges);

    protected virtual long Sum(List<long> weights) => checked((long)weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight));
}
