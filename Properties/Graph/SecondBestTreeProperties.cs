namespace Etudes.Graph;

public abstract class SecondBestTreeProperties<T> where T : ISecondBestTree
{
    [Law(MaxTest = 600)] // most small graphs have no exchange to choose from
    public static void It_is_the_second_of_all_spanning_trees_in_the_order_of_weight(SmallGraph graph)
    {
        var edges = graph.Copy();
        Must.Be((long?)Second(graph), T.Weight(graph.Vertices, edges), "Weight");
        Must.LeaveAlone(graph.Edges, edges);
    }

    [Law]
    public static void It_is_a_lightest_tree_without_some_edge_of_a_lightest_tree(WeightedGraph graph)
    {
        var without = Lightest(graph)?.Tree.Select(i => Lightest(graph with { Edges = [.. graph.Edges.Where((_, j) => j != i)] })?.Weight);
        Must.Be(without?.Min(), T.Weight(graph.Vertices, graph.Copy()), "Weight");
    }

    [Law]
    public static void With_a_copy_of_each_edge_the_second_best_is_as_light_as_the_best(WeightedGraph graph)
    {
        var twice = graph with { Edges = [.. graph.Edges, .. graph.Edges.Select(edge => (edge.V, edge.U, edge.Weight))] };
        long? best = graph.Vertices > 1 ? Lightest(graph)?.Weight : null;
        Weighs(best, twice, "with each edge twice, Weight");
    }

    [Law]
    public static void Self_loops_change_nothing(WeightedGraph graph, long weight)
    {
        var loops = from v in Enumerable.Range(0, graph.Vertices)
                    from loop in (long[])[weight, -weight, long.MinValue, long.MaxValue]
                    select (v, v, loop);
        Weighs(T.Weight(graph.Vertices, graph.Copy()), graph with { Edges = [.. graph.Edges, .. loops] }, "with self-loops at each vertex, Weight");
    }

    [Law]
    public static void With_a_vertex_that_no_edge_reaches_there_is_none(WeightedGraph graph)
    {
        if (graph.Vertices > 0) Weighs(null, graph with { Vertices = graph.Vertices + 1 }, "with one more vertex, Weight");
    }

    [Law(MaxTest = 900)] // few graphs have weights that small differences matter to
    public static void Adding_a_constant_to_all_weights_adds_it_once_for_each_edge_of_a_tree(WeightedGraph graph, long constant)
    {
        var moderate = graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = edge.Weight >> 10 })] };
        long? second = T.Weight(moderate.Vertices, Given.As(nameof(graph), moderate).Copy());
        foreach (long more in (long[])[constant, 1L << 56]) // where a double does not tell small differences
        {
            var raised = moderate with { Edges = [.. moderate.Edges.Select(edge => edge with { Weight = edge.Weight + more })] };
            Weighs(second + more * (graph.Vertices - 1), raised,
                $"with the weights / 1024 it is {Show.Of(second)}; with {more} more for each edge, Weight");
        }
    }

    [Law]
    public static void Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing(WeightedGraph graph)
    {
        int n = graph.Vertices;
        var mirrored = graph with { Edges = [.. graph.Edges.Reverse().Select(edge => (n - 1 - edge.V, n - 1 - edge.U, edge.Weight))] };
        Weighs(T.Weight(n, graph.Copy()), mirrored, $"with {n - 1} - v for v and the edges backwards, Weight");
    }

    [Law]
    public static void A_weight_that_fits_64_bits_is_right_and_any_other_overflows(SmallGraph graph)
    {
        long[] extremes = [long.MinValue, long.MaxValue, long.MinValue + 1, 0, long.MaxValue - 1, -1];
        var extreme = graph with { Edges = [.. graph.Edges.Select((edge, i) => edge with { Weight = extremes[(i + (int)(edge.Weight & 3)) % 6] })] };
        if (Second(Given.As(nameof(graph), extreme)) is Int128 second && second != (long)second)
            Must.Throw<OverflowException>(() => T.Weight(extreme.Vertices, extreme.Copy()), "Weight");
        else
            Weighs((long?)Second(extreme), extreme, "Weight");
    }

    [Law]
    public static void A_vertex_outside_throws(WeightedGraph graph)
    {
        int n = graph.Vertices;
        foreach (var bad in ((int U, int V, long Weight)[])[(0, n, 0), (n, 0, 0), (n, n, 0), (-1, 0, 0), (int.MaxValue, 0, 0)])
            Refused(graph with { Edges = [.. graph.Edges, bad] }, $"with an edge {bad.U}-{bad.V}, Weight");
        Refused(new(-1, []), "Weight of -1 vertices");

        static void Refused(WeightedGraph wrong, string what)
        {
            Given.As(nameof(graph), wrong);
            Must.Throw<ArgumentOutOfRangeException>(() => T.Weight(wrong.Vertices, wrong.Copy()), what);
        }
    }

    /// <summary>Every chord spans a long way of a path; the one from end to end is the lightest, and takes out the heaviest edge of all, which lies
    /// at the end.</summary>
    [LargeLaw(300_000)]
    public static void Chords_of_three_hundred_thousand_vertices_are_weighed_in_almost_linear_time(LargeGraph graph)
    {
        int n = graph.Vertices;
        if (graph.Kind == GraphKind.Random) return; // hardly ever connected
        var tree = graph.Edges();
        tree[graph.Kind == GraphKind.Star ? ^1 : 0].Weight = 1_500_000_000;
        var chords = Enumerable.Range(0, n / 2).Select(v => (v, n - 1 - v, 2_000_000_000 + (v > 0 ? 1_000_000_000L : 0)));
        Given.As(nameof(graph), $"{graph}, with chords v to n - 1 - v");
        Must.Be(tree.Sum(edge => edge.Weight) + 500_000_000, T.Weight(n, [.. chords, .. tree]), "with chords v to n - 1 - v, Weight");
    }

    /// <summary>Of a graph that was made of the drawn one.</summary>
    private static void Weighs(long? expected, WeightedGraph graph, string what) =>
        Must.Be(expected, T.Weight(graph.Vertices, Given.As(nameof(graph), graph).Copy()), what);

    /// <summary>Every set of n - 1 edges that connects all vertices, the second by weight.</summary>
    private static Int128? Second(SmallGraph graph)
    {
        var weights = from set in Enumerable.Range(0, 1 << graph.Edges.Length)
                      where int.PopCount(set) == graph.Vertices - 1
                      let chosen = Enumerable.Range(0, graph.Edges.Length).Where(i => (set >> i & 1) == 1)
                      where graph.Components(chosen).All(component => component == 0)
                      select chosen.Aggregate((Int128)0, (sum, i) => sum + graph.Edges[i].Weight);
        Int128[] two = [.. weights.Order().Take(2)];
        return two.Length == 2 ? two[1] : null;
    }

    /// <summary>A lightest spanning tree, grown from vertex 0 by the lightest edge that leaves it;
    /// null if no tree spans the graph.</summary>
    private static (long Weight, int[] Tree)? Lightest(WeightedGraph graph)
    {
        HashSet<int> reached = [0];
        List<int> tree = [];
        while (reached.Count < graph.Vertices)
        {
            int[] leaving = [.. Enumerable.Range(0, graph.Edges.Length).Where(i => reached.Contains(graph.Edges[i].U) != reached.Contains(graph.Edges[i].V))];
            if (leaving.Length == 0) return null;
            int lightest = leaving.MinBy(i => graph.Edges[i].Weight);
            tree.Add(lightest);
            reached.UnionWith([graph.Edges[lightest].U, graph.Edges[lightest].V]);
        }
        return (tree.Sum(i => graph.Edges[i].Weight), [.. tree]);
    }
}

public sealed class SecondBestTreeTests : SecondBestTreeProperties<SecondBestTree>;
