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
        Must.Be(length, Forest(Given.As(nameof(graph), doubled)).Length, "with each edge twice and a self-loop at each vertex, Edges.Length");
    }

    [Law]
    public static void A_forest_is_its_own_spanning_forest(WeightedGraph graph)
    {
        var forest = graph with { Edges = [.. Forest(graph).Select(i => graph.Edges[i])] };
        var all = Forest(Given.As(nameof(graph), forest)).Order();
        Must.Be(Enumerable.Range(0, forest.Edges.Length), all, $"of the {forest.Edges.Length} edges of a spanning forest alone, Edges");
    }

    [Law]
    public static void The_weights_do_not_matter(WeightedGraph graph)
    {
        int length = Forest(graph).Length;
        foreach (long weight in (long[])[long.MinValue, 0, long.MaxValue]) // sums of which are beyond 64 bits
        {
            var other = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = weight })] });
            Must.Be(length, Forest(other).Length, $"with all weights {weight}, Edges.Length");
        }
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

    [Law(MaxTest = 100)]
    public static void Edges_that_the_caller_changes_in_place_are_another_graph(WeightedGraph graph)
    {
        var edges = graph.Copy();
        foreach (int i in ChangedInPlace.EachEdge(edges, () => T.Edges(graph.Vertices, edges)))
        {
            var changed = Given.As(nameof(graph), graph with { Edges = [.. edges] });
            int[] forest = Must.Read(T.Edges(graph.Vertices, edges), "Edges"), all = changed.Components();
            string what = $"after edge {i} of the array was changed, Edges";
            Must.Be(graph.Vertices - all.Distinct().Count(), forest.Length, $"{what}.Length");
            Must.Be(all, changed.Components(forest), $"{what} are {Show.Of(forest)}: the smallest vertex that they connect to each");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        (int, int, long)[] few = [(0, 1, 0)];
        foreach (int ask in ManyCalls.Order(4))
            if (ask < 0) T.Edges(2, few);
            else
            {
                int v = 2 + 3 * (ask % 4); // vertices that no call meets in between
                int[] forest = Forest(Given.As("graph", new WeightedGraph(14, [(v, v + 1, 1), (v + 1, v + 2, 2)])));
                Must.Be([0, 1], forest.Order(), $"{(ask < 4 ? "at first" : "after many calls")}, the sorted Edges");
            }
    }

    [Law(MaxTest = 100)]
    public static void A_vertex_outside_throws(WeightedGraph graph)
    {
        int n = graph.Vertices;
        foreach (var bad in ((int U, int V, long Weight)[])[(0, n, 0), (n, 0, 0), (n, n, 0), (-1, 0, 0), (0, -1, 0), (int.MaxValue, 0, 0), (0, int.MinValue, 0)])
        {
            Refused(graph with { Edges = [.. graph.Edges, bad] }, $"with a last edge {bad.U}-{bad.V}, Edges");
            Refused(graph with { Edges = [bad, .. graph.Edges] }, $"with a first edge {bad.U}-{bad.V}, Edges");
        }
        Refused(new(-1, []), "Edges of -1 vertices");
        Refused(graph with { Vertices = int.MinValue }, $"Edges of {int.MinValue} vertices");
    }

    [Law]
    public static void After_a_refused_call_the_next_one_is_right(WeightedGraph graph)
    {
        Refused(graph with { Edges = [.. graph.Edges, (0, graph.Vertices, 0)] }, $"with an edge 0-{graph.Vertices}, Edges");
        Must.Be(graph.Vertices - graph.ComponentCount, Forest(Given.As(nameof(graph), graph)).Length, "after a refused call, Edges.Length");
    }

    [LargeLaw(300_000)]
    public static void Three_hundred_thousand_vertices_are_searched_in_linear_time(LargeGraph graph)
    {
        var edges = graph.Edges();
        var forest = Must.Read(T.Edges(graph.Vertices, edges), "Edges");
        if (graph.Kind != GraphKind.Random) Must.Be(graph.Vertices - 1, forest.Distinct().Count(), "the number of different Edges");
        Must.Hold(HasNoCycle(graph.Vertices, edges, forest), "Edges should close no cycle but does");
    }

    [LargeLaw(300_000)]
    public static void Large_graphs_that_hurt_get_a_spanning_forest(HardGraph graph)
    {
        var edges = graph.Edges();
        var forest = Must.Read(T.Edges(graph.Vertices, edges), "Edges");
        Must.Be(graph.Least().Count, forest.Length, "Edges.Length");
        Must.Hold(HasNoCycle(graph.Vertices, edges, forest), "Edges should close no cycle but does");
    }

    [Law(MaxTest = 1, BeyondExamples = true)]
    public static void A_million_vertices_without_an_edge_are_soon_done()
    {
        const int Vertices = 1_000_000;
        Given.As("graph", $"{Vertices} vertices and no edge");
        Must.Be(0, Must.Read(T.Edges(Vertices, []), "Edges").Length, "Edges.Length");
    }

    /// <summary>The oracle: leaf after leaf is taken off, and what is left without a leaf has a cycle.</summary>
    private static bool HasNoCycle(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
    {
        var (degree, others) = (new int[vertices], new int[vertices]); // of each vertex, all its neighbours in one: x ^ y ^ ...
        foreach (var (u, v, _) in chosen.Select(i => edges[i]))
        {
            (degree[u], others[u]) = (degree[u] + 1, others[u] ^ v);
            (degree[v], others[v]) = (degree[v] + 1, others[v] ^ u);
        }
        int left = chosen.Length;
        for (int v = 0; v < vertices; v++)
            for (int leaf = v; degree[leaf] == 1; left--)
            {
                int next = others[leaf];
                (degree[leaf], degree[next], others[next]) = (0, degree[next] - 1, others[next] ^ leaf);
                leaf = next;
            }
        return left == 0;
    }

    private static void Refused(WeightedGraph wrong, string what)
    {
        var (given, copy) = (Given.As("graph", wrong), wrong.Copy());
        Must.Throw<ArgumentOutOfRangeException>(() => T.Edges(given.Vertices, copy), what);
        Must.LeaveAlone(wrong.Edges, copy);
    }

    private static int[] Forest(WeightedGraph graph)
    {
        var forest = Must.Read(T.Edges(graph.Vertices, graph.Copy()), "Edges");
        graph.Choose(forest, sign: 1);
        Must.Hold(forest.All(i => i >= 0 && i < graph.Edges.Length), $"Edges should be indices below {graph.Edges.Length} but is {Show.Of(forest)}");
        return forest;
    }
}

public sealed class SpanningForestTests : SpanningForestProperties<SpanningForest>;
