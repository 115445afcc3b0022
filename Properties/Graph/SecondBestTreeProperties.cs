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
    public static void Of_two_parallel_edges_it_is_the_heavier()
    {
        long[] weights = [long.MinValue, long.MinValue + 1, -1, 0, long.MaxValue - 1, long.MaxValue];
        foreach (long one in weights)
            foreach (long other in weights)
                Weighs(Math.Max(one, other), new(2, [(0, 1, one), (1, 0, other)]), "Weight");
    }

    [Law(BeyondExamples = true)]
    public static void A_weight_of_131072_extreme_edges_throws()
    {
        foreach (int count in (int[])[1 << 9, 1 << 17]) // where sums in 72 or 80 bits come round
            foreach (long weight in (long[])[long.MinValue, long.MaxValue])
            {
                Given.As("graph", $"a cycle of {count + 1} vertices, all weights {Show.Of(weight)}");
                (int, int, long)[] edges = [.. Enumerable.Range(0, count + 1).Select(v => (v, (v + 1) % (count + 1), weight))];
                Must.Throw<OverflowException>(() => T.Weight(count + 1, edges), $"Weight of a tree of {count} edges of {Show.Of(weight)}");
            }
    }

    [Law(MaxTest = 100)]
    public static void Edges_that_the_caller_changes_in_place_are_another_graph(WeightedGraph graph)
    {
        var edges = graph.Copy();
        foreach (int i in ChangedInPlace.EachEdge(edges, () => T.Weight(graph.Vertices, edges)))
        {
            var changed = Given.As(nameof(graph), graph with { Edges = [.. edges] });
            long? weight = T.Weight(graph.Vertices, edges);
            Must.Be(T.Weight(graph.Vertices, changed.Copy()), weight, $"after edge {i} of the array was changed, Weight");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        (int, int, long)[] few = [(0, 1, 0), (1, 0, 1)];
        foreach (int ask in ManyCalls.Order(4))
            if (ask < 0) T.Weight(2, few);
            else
            {
                int v = 2 + 3 * (ask % 4); // between these vertices no call in between has an edge
                (int, int, long)[] hub = [.. from u in Enumerable.Range(0, 14)
                                             where u != v
                                             select (v, u, 2L)];
                var graph = Given.As("graph", new WeightedGraph(14, [.. hub, (v + 1, v + 2, 5)]));
                Must.Be(29, T.Weight(14, graph.Copy()), $"{(ask < 4 ? "at first" : "after many calls")}, Weight");
            }
    }

    [Law(MaxTest = 100)]
    public static void A_vertex_outside_throws(WeightedGraph graph)
    {
        int n = graph.Vertices;
        foreach (var bad in ((int U, int V, long Weight)[])[(0, n, 0), (n, 0, 0), (n, n, 0), (-1, 0, 0), (int.MaxValue, 0, 0)])
            Refused(graph with { Edges = [.. graph.Edges, bad] }, $"with an edge {bad.U}-{bad.V}, Weight");
        Refused(new(-1, []), "Weight of -1 vertices");

        static void Refused(WeightedGraph wrong, string what)
        {
            var copy = Given.As(nameof(graph), wrong).Copy();
            Must.Throw<ArgumentOutOfRangeException>(() => T.Weight(wrong.Vertices, copy), what);
            Must.LeaveAlone(wrong.Edges, copy);
        }
    }

    /// <summary>Every chord spans a long way of a path. The lightest spans all but its first and its last edge: it takes out the edge at its end, and
    /// who goes one too far takes out the heaviest of all.</summary>
    [LargeLaw(300_000)]
    public static void Chords_of_three_hundred_thousand_vertices_are_weighed_in_almost_linear_time(LargeGraph graph)
    {
        int n = graph.Vertices;
        if (graph.Kind == GraphKind.Random) return; // hardly ever connected
        bool hasLeaves = graph.Kind is GraphKind.Star or GraphKind.Bushes; // the last vertices are some
        int outer = hasLeaves ? n - 1 : graph.At(1), inner = hasLeaves ? n - 2 : graph.At(2);
        var tree = Array.ConvertAll(graph.Edges(), edge => edge with { Weight = edge.V == outer ? 1_800_000_000 : edge.V == inner ? 1_500_000_000 : edge.Weight });
        var chords = Enumerable.Range(0, n / 2).Select(i => (graph.At(i), graph.At(n - 1 - i), 2_000_000_000 + (i == 1 ? 0 : 1_000_000_000L)));
        Given.As(nameof(graph), $"{graph}, with chords from the i-th vertex to the i-th from the end");
        Must.Be(tree.Sum(edge => edge.Weight) + 500_000_000, T.Weight(n, [.. chords, .. tree]), "with chords from the i-th vertex to the i-th from the end, Weight");
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
