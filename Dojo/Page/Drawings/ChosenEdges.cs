namespace Etudes.Dojo;

/// <summary>What is wrong with a choice of edges that should make a forest, as far as one sees it.</summary>
/// <param name="Cycle">The chosen edges that close the first cycle; none where there is no cycle.</param>
/// <param name="Missing">The first edge between two that the choice leaves apart; null where there is none.</param>
internal sealed record ChosenEdges(IReadOnlyList<int> Cycle, int? Missing)
{
    public static ChosenEdges Of(GraphShape graph)
    {
        List<int> before = [];
        foreach (int i in graph.Chosen!)
        {
            if (Way(graph, before, graph.Edges[i].U, graph.Edges[i].V) is { } way) return new([.. way, i], null);
            before.Add(i);
        }
        int missing = Enumerable.Range(0, graph.Edges.Count).FirstOrDefault(i => Way(graph, before, graph.Edges[i].U, graph.Edges[i].V) is null, -1);
        return new([], missing < 0 ? null : missing);
    }

    /// <summary>In words; nothing where one sees nothing wrong.</summary>
    public string Words(GraphShape graph) => Cycle switch
    {
        [var loop] when graph.Edges[loop].U == graph.Edges[loop].V => $"a self-loop at {graph.Edges[loop].U}",
        [_, ..] => "a cycle",
        _ => Missing is { } edge ? $"{graph.Edges[edge].U} and {graph.Edges[edge].V} are not connected" : "",
    };

    /// <summary>The edges of a way from u to v; null where there is none.</summary>
    private static List<int>? Way(GraphShape graph, List<int> edges, int u, int v)
    {
        Dictionary<int, List<int>> ways = new() { [u] = [] };
        for (bool grows = true; grows && !ways.ContainsKey(v);)
        {
            grows = false;
            foreach (int i in edges)
                foreach (var (from, to) in new[] { (graph.Edges[i].U, graph.Edges[i].V), (graph.Edges[i].V, graph.Edges[i].U) })
                    if (ways.TryGetValue(from, out var way)) grows |= ways.TryAdd(to, [.. way, i]);
        }
        return ways.GetValueOrDefault(v);
    }
}
