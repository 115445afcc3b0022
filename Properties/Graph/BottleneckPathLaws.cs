namespace Etudes.Graph;

/// <summary>What the smallest limits are that connect vertices, by other algorithms than the answer's, and whether an answer gives them.</summary>
public abstract class BottleneckPathLaws<T> where T : IBottleneckPath<T>
{
    protected static IEnumerable<(int U, int V)> Pairs(WeightedGraph graph) =>
        from u in Enumerable.Range(0, graph.Vertices)
        from v in Enumerable.Range(0, graph.Vertices)
        where u != v
        select (u, v);

    /// <summary>For each two vertices the first limit, from light to heavy, whose edges put them into one component.</summary>
    protected static long?[,] Limits(WeightedGraph graph)
    {
        var limits = new long?[graph.Vertices, graph.Vertices];
        foreach (long limit in graph.Edges.Select(edge => edge.Weight).Distinct().Order())
        {
            int[] component = graph.Components(Enumerable.Range(0, graph.Edges.Length).Where(i => graph.Edges[i].Weight <= limit));
            for (int u = 0; u < graph.Vertices; u++)
                for (int v = 0; v < graph.Vertices; v++)
                    if (component[u] == component[v]) limits[u, v] ??= limit;
        }
        return limits;
    }

    /// <summary>The weight of the edge that puts each vertex into the component of vertex 0; the smaller of two takes the larger's name.</summary>
    /// <param name="ascending">The edges, from light to heavy.</param>
    protected static long?[] LimitsFrom0(int vertices, IEnumerable<(int U, int V, long Weight)> ascending)
    {
        var limits = new long?[vertices];
        limits[0] = long.MinValue;
        int[] name = [.. Enumerable.Range(0, vertices)], next = [.. name], size = new int[vertices]; // each component is a ring
        foreach (var (u, v, weight) in ascending)
        {
            int large = name[u], small = name[v];
            if (large == small) continue;
            if (size[large] < size[small]) (large, small) = (small, large);
            int reached = name[0] == large ? small : name[0] == small ? large : -1;
            for (int x = reached; x >= 0 && limits[x] is null; x = next[x]) limits[x] = weight;
            for (int x = small; name[x] != large; x = next[x]) name[x] = large;
            (next[large], next[small]) = (next[small], next[large]);
            size[large] += size[small] + 1;
        }
        return limits;
    }

    /// <summary>From each vertex asks for all limits, so that they can be drawn, and then compares them.</summary>
    protected static void Compare(WeightedGraph graph, T paths, string when)
    {
        var limits = Limits(graph);
        foreach (var pairs in Pairs(graph).GroupBy(pair => pair.U))
        {
            int u = pairs.Key;
            Dictionary<int, long?> found = [];
            graph.Note(new(u, v => v == u ? "" : VertexNotes.Word(limits[u, v]), v => found.TryGetValue(v, out long? limit) ? VertexNotes.Word(limit) : ""));
            foreach (var (_, v) in pairs) found[v] = paths.Between(u, v);
            foreach (var (_, v) in pairs) Must.Be(limits[u, v], found[v], $"{when}Between({u}, {v})");
        }
    }
}
