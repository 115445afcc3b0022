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

/// <summary>Kruskal's scan as most people write it; each mistake spoils one part.</summary>
public abstract class FaultyForestScan<TSelf> : FaultyForest<TSelf> where TSelf : FaultyForestScan<TSelf>, new()
{
    protected virtual int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => a.Weight.CompareTo(b.Weight);
    protected virtual bool Considers((int U, int V, long Weight) edge) => true;
    protected virtual bool IsWhole(int taken, int vertices) => taken == vertices - 1;
    protected virtual void Sort(List<int> order, (int U, int V, long Weight)[] edges) => order.Sort((i, j) => Compare(edges[i], edges[j]));
    protected virtual int Find(int[] parent, int v)
    {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    }

    protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
    {
        List<int> order = [.. Enumerable.Range(0, edges.Length).Where(i => Considers(edges[i]))];
        Sort(order, edges);
        List<int> forest = [];
        int[] parent = [.. Enumerable.Range(0, vertices)];
        foreach (int i in order)
        {
            if (IsWhole(forest.Count, vertices)) break;
            int u = Find(parent, edges[i].U), v = Find(parent, edges[i].V);
            if (u == v) continue;
            parent[u] = v;
            forest.Add(i);
        }
        return forest;
    }
}
