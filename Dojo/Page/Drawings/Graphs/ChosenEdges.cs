namespace Etudes.Dojo;

/// <summary>What is wrong with a choice of edges that should make a forest, as far as one sees it.</summary>
/// <param name="Cycle">The chosen edges that close the first cycle; none where there is no cycle.</param>
/// <param name="Missing">The first edge between two that the choice leaves apart; null where there is none.</param>
/// <param name="Swap">A chosen edge and a better one; null where the choice is no forest, or one of the best.</param>
internal sealed record ChosenEdges(IReadOnlyList<int> Cycle, int? Missing, SwapShape? Swap)
{
    public static ChosenEdges Of(GraphShape graph)
    {
        List<int> before = [];
        foreach (int i in graph.Chosen!)
        {
            if (Way(graph, before, graph.Edges[i].U, graph.Edges[i].V) is { } way) return new([.. way, i], null, null);
            before.Add(i);
        }
        int missing = Enumerable.Range(0, graph.Edges.Count).FirstOrDefault(i => Way(graph, before, graph.Edges[i].U, graph.Edges[i].V) is null, -1);
        return missing < 0 ? new([], null, graph.Swap) : new([], missing, null);
    }

    /// <summary>The class of an edge in the drawing.</summary>
    public string KindOf(int edge) => Cycle is [.., var last] && edge == last ? "edge chosen closing" : Cycle.Contains(edge) ? "edge chosen cycle"
        : Missing == edge ? "edge apart" : Swap?.Chosen == edge ? "edge chosen worse" : Swap?.Better == edge ? "edge better" : "edge";

    /// <summary>What must be drawn even where not all edges are.</summary>
    public IEnumerable<int> Important => Cycle.Concat(Missing is { } missing ? [missing] : Swap is { } swap ? [swap.Chosen, swap.Better] : []);

    /// <summary>In words; nothing where one sees nothing wrong.</summary>
    public string Words(GraphShape graph)
    {
        return Cycle switch
        {
            [var loop] when graph.Edges[loop].U == graph.Edges[loop].V => $"a self-loop at {graph.Edges[loop].U}",
            [.., var closing] => $"a cycle, closed by {Named(closing)}",
            _ when Missing is { } edge => $"{graph.Edges[edge].U} and {graph.Edges[edge].V} are not connected",
            _ => Swap is { } swap ? $"{Named(swap.Chosen)} where {Named(swap.Better)} would do" : "",
        };

        string Named(int edge) => $"{graph.Edges[edge].U}{(graph.Directed ? '>' : '-')}{graph.Edges[edge].V}:{ShortNumber.Of(graph.Edges[edge].Weight)}";
    }

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
