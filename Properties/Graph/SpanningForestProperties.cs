namespace Etudes.Graph;

public abstract class SpanningForestProperties<T> where T : ISpanningForest
{
    [Law]
    public static void Each_index_names_an_edge_and_none_stands_twice(WeightedGraph graph)
    {
        var edges = graph.Copy();
        var forest = Must.Read(T.Edges(graph.Vertices, edges), "Edges");
        Must.LeaveAlone(graph.Edges, edges);
        foreach (int i in forest) Must.Hold(i >= 0 && i < edges.Length, $"Edges should be indices below {edges.Length} but is {Show.Of(forest)}");
        Must.Hold(forest.Distinct().Count() == forest.Length, $"Edges should hold no index twice but is {Show.Of(forest)}");
    }

    [Law]
    public static void The_chosen_edges_connect_all_that_the_graph_connects(WeightedGraph graph)
    {
        int[] forest = Forest(graph), all = graph.Components(), connected = graph.Components(forest);
        for (int v = 0; v < graph.Vertices; v++)
            Must.Hold(all[v] == connected[v], $"the edges {Show.Of(forest)} should connect {all[v]} and {v}, as the graph does");
    }

    [Law]
    public static void Without_any_one_of_the_chosen_edges_something_falls_apart(WeightedGraph graph)
    {
        var forest = Forest(graph);
        foreach (int i in forest)
        {
            var connected = graph.Components(forest.Where(other => other != i));
            Must.Hold(connected[graph.Edges[i].U] != connected[graph.Edges[i].V], $"edge {i} should be needed, but the edges {Show.Of(forest)} make a cycle");
        }
    }

    [Law]
    public static void Self_loops_and_a_second_copy_of_each_edge_make_the_forest_no_larger(WeightedGraph graph)
    {
        var doubled = graph with
        {
            Edges = [.. Enumerable.Range(0, graph.Vertices).Select(v => (v, v, 0L)), .. graph.Edges,
                .. graph.Edges.Select(edge => (edge.V, edge.U, edge.Weight))],
        };
        int length = Forest(graph).Length;
        Must.Given(nameof(graph), doubled, () => Must.Be(length, Must.Read(T.Edges(doubled.Vertices, doubled.Copy()), "Edges").Length,
            "with each edge twice and a self-loop at each vertex, Edges.Length"));
    }

    [Law]
    public static void A_forest_is_its_own_spanning_forest(WeightedGraph graph)
    {
        var forest = Forest(graph).Select(i => graph.Edges[i]).ToArray();
        var all = Must.Read(T.Edges(graph.Vertices, [.. forest]), "Edges").Order();
        Must.Be(Enumerable.Range(0, forest.Length), all, $"of the {forest.Length} edges of a spanning forest alone, Edges");
    }

    [Law]
    public static void An_earlier_call_leaves_nothing_behind(WeightedGraph graph, WeightedGraph earlier)
    {
        var given = T.Edges(graph.Vertices, graph.Copy());
        IEnumerable<int> kept = Must.Read(given, "Edges");
        _ = T.Edges(earlier.Vertices, earlier.Copy());
        Must.Be(kept, given, "after another call, the earlier result");
        Must.Be(graph.Vertices - graph.ComponentCount, Forest(graph).Length, "after another call, Edges.Length");
    }

    [Law]
    public static void A_vertex_outside_throws(WeightedGraph graph)
    {
        int n = graph.Vertices;
        foreach (var bad in ((int U, int V, long Weight)[])[(0, n, 0), (n, 0, 0), (n, n, 0), (-1, 0, 0), (int.MaxValue, 0, 0)])
            Refused(graph with { Edges = [.. graph.Edges, bad] }, $"with an edge {bad.U}-{bad.V}, Edges");
        Refused(new(-1, []), "Edges of -1 vertices");

        void Refused(WeightedGraph wrong, string what) => Must.Given(nameof(graph), wrong, () =>
            Must.Throw<ArgumentOutOfRangeException>(() => T.Edges(wrong.Vertices, wrong.Copy()), what));
    }

    [LargeLaw(200_000)]
    public static void Two_hundred_thousand_vertices_are_searched_in_linear_time(LargeGraph graph)
    {
        var edges = graph.Edges();
        var forest = Must.Read(T.Edges(graph.Vertices, edges), "Edges");
        if (graph.Kind != GraphKind.Random) Must.Be(graph.Vertices - 1, forest.Length, "Edges.Length");
        var again = Must.Read(T.Edges(graph.Vertices, [.. forest.Select(i => edges[i])]), "Edges");
        Must.Be(forest.Length, again.Length, "of the spanning forest alone, Edges.Length");
    }

    private static int[] Forest(WeightedGraph graph)
    {
        var forest = Must.Read(T.Edges(graph.Vertices, graph.Copy()), "Edges");
        Must.Hold(forest.All(i => i >= 0 && i < graph.Edges.Length), $"Edges should be indices below {graph.Edges.Length} but is {Show.Of(forest)}");
        return forest;
    }
}

public sealed class SpanningForestTests : SpanningForestProperties<SpanningForest>;
