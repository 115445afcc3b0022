namespace Etudes.Graph;

public abstract class ForestCheckProperties<T> where T : IForestCheck
{
    [Law]
    public static void Of_a_forest_no_edge_is_left_when_its_leaves_are_plucked_again_and_again(WeightedGraph graph)
    {
        var edges = graph.Copy();
        Must.Be(Plucked(graph, graph.Edges), T.IsForest(graph.Vertices, edges), "IsForest");
        Must.LeaveAlone(graph.Edges, edges);
    }

    [Law]
    public static void Any_two_of_connected_acyclic_and_n_minus_1_edges_make_a_spanning_tree(WeightedGraph graph)
    {
        var edges = graph.Copy();
        bool[] rules = [graph.Edges.Length == graph.Vertices - 1, graph.ComponentCount == 1, Plucked(graph, graph.Edges)];
        Must.Be(rules.Count(rule => rule) >= 2, T.IsSpanningTree(graph.Vertices, edges), "IsSpanningTree");
        Must.LeaveAlone(graph.Edges, edges);
    }

    [Law]
    public static void A_forest_has_a_tree_less_for_each_edge_and_a_graph_with_a_cycle_has_no_count(WeightedGraph graph)
    {
        var edges = graph.Copy();
        if (Plucked(graph, graph.Edges))
            Must.Be(graph.Vertices - graph.Edges.Length, T.TreeCount(graph.Vertices, edges), "TreeCount");
        else
            Must.Throw<ArgumentException>(() => T.TreeCount(graph.Vertices, edges), "the edges make a cycle: TreeCount");
        Must.LeaveAlone(graph.Edges, edges);
    }

    [Law(MaxTest = 100)]
    public static void Of_all_sets_of_edges_the_acyclic_that_connect_as_much_as_the_graph_span_it(SmallGraph graph)
    {
        int components = graph.ComponentCount;
        for (int set = 0; set < 1 << graph.Edges.Length; set++)
        {
            int[] chosen = [.. Enumerable.Range(0, graph.Edges.Length).Where(i => (set >> i & 1) == 1)];
            bool spans = chosen.Length == graph.Vertices - components && Plucked(graph, [.. chosen.Select(i => graph.Edges[i])]);
            if (spans != T.IsSpanningForest(graph.Vertices, graph.Copy(), [.. Given.As(nameof(chosen), chosen)]))
                Must.Be(spans, !spans, $"IsSpanningForest of the edges with the indices {Show.Of(chosen)}");
        }
    }

    [Law]
    public static void A_spanning_forest_with_one_edge_less_one_more_or_one_twice_is_none(WeightedGraph graph)
    {
        int[] forest = SpanningForest(graph);
        var edges = graph.Copy();
        bool Spans(params int[] chosen) => T.IsSpanningForest(graph.Vertices, edges, Given.As(nameof(chosen), chosen));
        var backwards = forest.Reverse().ToArray();
        Must.Be(true, Spans(backwards), $"IsSpanningForest of {Show.Of(forest)} backwards");
        Must.LeaveAlone(forest.Reverse(), backwards);
        Must.LeaveAlone(graph.Edges, edges);
        foreach (int edge in forest) Must.Be(false, Spans([.. forest.Where(i => i != edge)]), $"IsSpanningForest of {Show.Of(forest)} without {edge}");
        for (int edge = 0; edge < graph.Edges.Length; edge++) Must.Be(false, Spans([.. forest, edge]), $"IsSpanningForest of {Show.Of(forest)} and {edge}");
    }

    [Law]
    public static void Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing(WeightedGraph graph)
    {
        int n = graph.Vertices;
        var mirrored = graph with { Edges = [.. graph.Edges.Reverse().Select(edge => (n - 1 - edge.V, n - 1 - edge.U, edge.Weight))] };
        bool isForest = T.IsForest(n, graph.Copy()), isSpanningTree = T.IsSpanningTree(n, graph.Copy());
        Given.As(nameof(graph), mirrored);
        Must.Be(isForest, T.IsForest(n, mirrored.Copy()), $"with {n - 1} - v for v, IsForest");
        Must.Be(isSpanningTree, T.IsSpanningTree(n, mirrored.Copy()), $"with {n - 1} - v for v, IsSpanningTree");
    }

    [Law(MaxTest = 100)]
    public static void Edges_that_the_caller_changes_in_place_are_another_graph(WeightedGraph graph)
    {
        int n = graph.Vertices;
        var edges = graph.Copy();
        int[] chosen = SpanningForest(graph);
        foreach (int i in ChangedInPlace.EachEdge(edges, () => _ = (T.IsForest(n, edges), T.IsSpanningTree(n, edges), T.IsSpanningForest(n, edges, chosen))))
        {
            var changed = Given.As(nameof(graph), graph with { Edges = [.. edges] });
            string when = $"after edge {i} of the array was changed,";
            bool isForest = Plucked(changed, edges), isSpanningTree = isForest && edges.Length == n - 1;
            Must.Be(isForest, T.IsForest(n, edges), $"{when} IsForest");
            Must.Be(isSpanningTree, T.IsSpanningTree(n, edges), $"{when} IsSpanningTree");
            bool spans = chosen.Length == n - changed.ComponentCount && Plucked(changed, [.. chosen.Select(j => edges[j])]);
            Must.Be(spans, T.IsSpanningForest(n, edges, chosen), $"{when} IsSpanningForest of the edges with the indices {Show.Of(Given.As(nameof(chosen), chosen))}");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        int[] chosen = [0];
        AskedOften((n, edges) => T.IsForest(n, edges), true, "IsForest");
        AskedOften((n, edges) => T.IsSpanningForest(n, edges, chosen[..edges.Length]), true, "IsSpanningForest of all edges");
        AskedOften((n, edges) => T.TreeCount(n, edges) == n - edges.Length, true, "whether TreeCount is n - m");
        AskedOften((n, edges) => T.IsSpanningTree(n, edges), false, "IsSpanningTree");

        static void AskedOften(Func<int, (int U, int V, long Weight)[], bool> asked, bool expected, string what)
        {
            (int, int, long)[] few = [(0, 1, 0)];
            foreach (int ask in ManyCalls.Order(4))
                if (ask < 0) asked(2, few);
                else
                {
                    int v = 2 + 2 * (ask % 4); // vertices that no call meets in between
                    var graph = Given.As("graph", new WeightedGraph(10, [(v, v + 1, 1)]));
                    Must.Be(expected, asked(10, graph.Edges), $"{(ask < 4 ? "at first" : "after many calls")}, {what}");
                }
        }
    }

    [Law(MaxTest = 100)]
    public static void Whatever_is_outside_throws_even_after_a_cycle(WeightedGraph graph)
    {
        int n = graph.Vertices, m = graph.Edges.Length;
        foreach (var bad in ((int U, int V, long Weight)[])[(0, n, 0), (n, 0, 0), (n, n, 0), (-1, 0, 0), (0, int.MinValue, 0)])
            Refused(graph with { Edges = [.. graph.Edges, bad] }, $"with an edge {bad.U}-{bad.V} at the end,");
        Refused(new(-1, []), "of -1 vertices,");
        Given.As(nameof(graph), graph);
        foreach (int index in (int[])[-1, m, int.MaxValue])
        {
            int[] chosen = Given.As<int[]>(nameof(chosen), [.. Enumerable.Range(0, m), index]);
            var (edges, copy) = (graph.Copy(), (int[])[.. chosen]);
            Must.Throw<ArgumentOutOfRangeException>(() => T.IsSpanningForest(n, edges, copy), $"IsSpanningForest of all edges and index {index}");
            Must.LeaveAlone(graph.Edges, edges);
            Must.LeaveAlone(chosen, copy);
        }

        static void Refused(WeightedGraph wrong, string what)
        {
            var copy = Given.As(nameof(graph), wrong).Copy();
            Must.Throw<ArgumentOutOfRangeException>(() => T.IsForest(wrong.Vertices, copy), $"{what} IsForest");
            Must.Throw<ArgumentOutOfRangeException>(() => T.IsSpanningTree(wrong.Vertices, copy), $"{what} IsSpanningTree");
            Must.Throw<ArgumentOutOfRangeException>(() => T.IsSpanningForest(wrong.Vertices, copy, []), $"{what} IsSpanningForest of no edges");
            Must.Throw<ArgumentOutOfRangeException>(() => T.TreeCount(wrong.Vertices, copy), $"{what} TreeCount");
            Must.LeaveAlone(wrong.Edges, copy);
        }
    }

    [LargeLaw(300_000)]
    public static void Three_hundred_thousand_vertices_are_checked_in_almost_linear_time(LargeGraph graph)
    {
        int n = graph.Vertices;
        var edges = graph.Edges();
        int[] all = [.. Enumerable.Range(0, edges.Length)];
        bool tree = graph.Kind != GraphKind.Random; // which has more edges than any forest
        Must.Be(tree, T.IsForest(n, edges), "IsForest");
        Must.Be(tree, T.IsForest(n, Array.ConvertAll(edges, edge => (n - 1 - edge.U, n - 1 - edge.V, 0L))), $"with {n - 1} - v for v, IsForest");
        Must.Be(tree, T.IsSpanningTree(n, edges), "IsSpanningTree");
        Must.Be(tree, T.IsSpanningForest(n, edges, all), "IsSpanningForest of all edges");
        Must.Be(false, T.IsSpanningForest(n, edges, all[1..]), "IsSpanningForest of all edges but the first");
        if (tree) Must.Be(2, T.TreeCount(n, edges[1..]), "without the first edge, TreeCount");
        else Must.Throw<ArgumentException>(() => T.TreeCount(n, edges), "TreeCount");
        Must.Be(n, T.TreeCount(n, []), "without edges, TreeCount");
    }

    /// <summary>Takes away the edge of a vertex that has only one, as long as there is such a
    /// vertex: whether no edge is left then.</summary>
    private static bool Plucked(WeightedGraph graph, (int U, int V, long Weight)[] edges)
    {
        for (int before = -1; edges.Length != before;)
        {
            before = edges.Length;
            var degree = new int[graph.Vertices];
            foreach (var (u, v, _) in edges)
            {
                degree[u]++;
                degree[v]++; // of a self-loop both ends count
            }
            edges = [.. edges.Where(edge => degree[edge.U] > 1 && degree[edge.V] > 1)];
        }
        return edges.Length == 0;
    }

    private static int[] SpanningForest(WeightedGraph graph)
    {
        List<int> forest = [];
        for (int i = 0; i < graph.Edges.Length; i++)
            if (graph.Components([.. forest, i]).Distinct().Count() == graph.Vertices - forest.Count - 1) forest.Add(i);
        return [.. forest];
    }
}

public sealed class ForestCheckTests : ForestCheckProperties<ForestCheck>;
