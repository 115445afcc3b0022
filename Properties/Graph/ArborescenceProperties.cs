namespace Etudes.Graph;

/// <summary>The laws of a lightest tree away from a root; what else is refused, totals beyond 64 bits, and cycles within cycles.</summary>
public abstract class ArborescenceProperties<T> : LightestArborescenceLaws<T> where T : IArborescence
{
    [Law]
    public static void All_64_bit_weights_are_legal_and_only_a_total_beyond_them_overflows(SmallDigraph graph)
    {
        var extreme = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = Extreme(edge.Weight) })] });
        for (int root = 0; root < graph.Vertices; root++) RightOrBeyond(extreme, root);
    }

    /// <summary>What is to be taken off an entry is a difference of weights, and so may have 65 bits.</summary>
    [Law]
    public static void A_cycle_is_entered_for_the_least_whatever_64_bits_its_weights_are()
    {
        long[] weights = [long.MinValue, -1, 1, long.MaxValue];
        for (int choice = 0; choice < 1 << 10; choice++)
        {
            long Weight(int edge) => weights[choice >> 2 * edge & 3];
            RightOrBeyond(Given.As("graph", new SmallDigraph(3, [(0, 1, Weight(0)), (0, 2, Weight(1)), (1, 2, Weight(2)), (2, 1, Weight(3)), (1, 2, Weight(4))])), 0);
        }
    }

    [Law]
    public static void A_total_is_right_up_to_the_ends_of_64_bits_and_throws_one_beyond()
    {
        foreach (long[] weights in (long[][])[[long.MaxValue, -1, 1], [long.MaxValue, 1, -1], [long.MinValue, 1, -1], [long.MinValue, -1, 1],
            [long.MaxValue, long.MinValue], [long.MaxValue, long.MaxValue, long.MinValue, long.MinValue, 2], [-1, long.MinValue, long.MaxValue]])
        {
            long sum = (long)weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
            foreach (var within in BothWays(weights)) Must.Be(sum, Total(within, 0), $"of {within}, from 0, Total");
        }
        foreach (long[] weights in (long[][])[[long.MaxValue, 1], [1, long.MaxValue], [long.MinValue, -1], [-1, long.MinValue],
            [long.MinValue, long.MinValue], [long.MaxValue, long.MaxValue, 2], // these two are 0 where they wrap round
            [long.MaxValue, long.MaxValue, long.MaxValue], [long.MinValue, long.MinValue, long.MinValue]])
            foreach (var beyond in BothWays(weights)) Overflows(beyond, 0);
    }

    [Law(BeyondExamples = true)]
    public static void A_total_of_131072_extreme_weights_throws()
    {
        foreach (int count in (int[])[1 << 9, 1 << 17]) // where sums in 72 or 80 bits come round
            foreach (long weight in (long[])[long.MinValue, long.MaxValue])
            {
                Given.As("graph", $"a path of {count + 1} vertices, all weights {Show.Of(weight)}");
                (int, int, long)[] edges = [.. Enumerable.Range(0, count).Select(v => (v, v + 1, weight))];
                Must.Throw<OverflowException>(() => T.Of(count + 1, edges, Given.As("root", 0)), $"Of {count} edges of {Show.Of(weight)}");
            }
    }

    [Law]
    public static void A_tree_beyond_64_bits_throws_and_a_vertex_out_of_reach_does_not(Digraph graph)
    {
        foreach (long weight in (long[])[long.MinValue, long.MaxValue])
            for (int root = 0; root < graph.Vertices; root++)
            {
                var heavy = Given.As(nameof(graph), WithPath(graph, root, weight, weight, weight));
                if (graph.ReachedFrom(root).All(reached => reached)) Overflows(heavy, root);
                else Must.Be((long?)null, Total(heavy, root), $"of {heavy}, from {root}, Total");
            }
    }

    [Law(MaxTest = 100)]
    public static void A_vertex_outside_the_range_is_refused(Digraph graph)
    {
        int n = graph.Vertices;
        foreach (int root in (int[])[0, -1])
        {
            Refused(new(-1, []), root, "Of with -1 vertices");
            Refused(graph with { Vertices = int.MinValue }, root, $"Of with {int.MinValue} vertices");
        }
        foreach (int outside in (int[])[-1, n, int.MinValue, int.MaxValue])
        {
            Refused(graph, outside, $"Of with root {outside}");
            if (n == 0) continue;
            Refused(new(1, [(0, Math.Max(1, outside), 0)]), 0, "Of with one vertex and an edge to another");
            foreach (int root in (int[])[0, n - 1])
                foreach (var (u, v) in ((int, int)[])[(outside, 0), (0, outside), (outside, outside)])
                {
                    Refused(graph with { Edges = [(u, v, long.MinValue), .. graph.Edges] }, root, $"Of with the edge {u}>{v}:{long.MinValue}");
                    Refused(graph with { Edges = [.. graph.Edges, (u, v, long.MaxValue)] }, root, $"Of with the edge {u}>{v}:{long.MaxValue}");
                }
        }

        static void Refused(Digraph wrong, int root, string what)
        {
            var copy = Given.As("graph", wrong).Copy();
            Must.Throw<ArgumentOutOfRangeException>(() => T.Of(wrong.Vertices, copy, Given.As(nameof(root), root)), what);
            Must.LeaveAlone(wrong.Edges, copy);
        }
    }

    [Law]
    public static void After_a_refused_call_the_next_one_is_right(SmallDigraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
        {
            if (Lightest(graph, root) is not { } lightest) continue;
            Overflows(Given.As(nameof(graph), WithPath(graph, root, long.MaxValue, long.MaxValue, long.MaxValue)), root);
            var outside = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges, (0, graph.Vertices, 0)] });
            Must.Throw<ArgumentOutOfRangeException>(() => T.Of(outside.Vertices, outside.Copy(), root), $"Of with an edge to {graph.Vertices}");
            Must.Be((long)lightest, Total(Given.As(nameof(graph), graph), root), $"after refused calls, from {root}, Total");
        }
    }

    [Law(MaxTest = 100)]
    public static void Edges_that_the_caller_changes_in_place_are_another_graph(Digraph graph)
    {
        if (graph.Vertices == 0) return;
        var edges = graph.Copy();
        foreach (int i in ChangedInPlace.EachEdge(edges, () => T.Of(graph.Vertices, edges, Given.As("root", 0))))
        {
            var changed = Given.As(nameof(graph), graph with { Edges = [.. edges] });
            long? total = T.Of(graph.Vertices, edges, 0)?.Total;
            Must.Be(Total(changed, 0), total, $"after edge {i} of the array was changed, from 0, Total");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        (int, int, long)[] few = [(0, 1, 0)];
        foreach (int ask in ManyCalls.Order(4))
            if (ask < 0) T.Of(2, few, 0);
            else
            {
                int root = 2 + 3 * (ask % 4); // vertices that no call meets in between, but as leaves
                var graph = Given.As("graph", new Digraph(14, [(root, root + 1, 1), (root + 1, root, 0), .. from v in Enumerable.Range(0, 14)
                                                                                                           where v != root && v != root + 1
                                                                                                           select (root + 1, v, 2L)]));
                Must.Be(25, Total(graph, root), $"{(ask < 4 ? "at first" : "after many calls")}, from {root}, Total");
            }
    }

    [LargeLaw(150_000)]
    public static void Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each(HardDigraph graph)
    {
        var edges = graph.Edges();
        var found = T.Of(graph.Vertices, edges, 0);
        Must.Be(graph.Least(), found?.Total, "from 0, Total");
        int[] tree = Must.Read(found?.Edges, "from 0, Edges");
        Must.Be(Enumerable.Range(edges.Length - graph.Vertices + 1, graph.Vertices - 1), tree.Order(), "from 0, the sorted Edges of the only lightest tree");
    }

    private static void RightOrBeyond(SmallDigraph graph, int root)
    {
        var lightest = Lightest(graph, root);
        if (lightest > long.MaxValue || lightest < long.MinValue) Overflows(graph, root);
        else Must.Be((long?)lightest, Total(graph, root), $"of {graph}, from {root}, Total");
    }

    private static void Overflows(Digraph graph, int root)
    {
        var copy = graph.Copy();
        Must.Throw<OverflowException>(() => T.Of(graph.Vertices, copy, Given.As(nameof(root), root)), $"of {graph}, from {root}, Of");
        Must.LeaveAlone(graph.Edges, copy);
    }

    /// <summary>The graph and a path of new vertices that begins at one of it, its edges with the given weights.</summary>
    private static Digraph WithPath(Digraph graph, int start, params long[] weights) => new(graph.Vertices + weights.Length,
        [.. graph.Edges, .. weights.Select((weight, i) => (i == 0 ? start : graph.Vertices + i - 1, graph.Vertices + i, weight))]);

    /// <summary>Paths from 0 with the given weights, and with a way back that is of no use, for nothing or less.</summary>
    private static IEnumerable<Digraph> BothWays(long[] weights)
    {
        var path = WithPath(new(1, []), 0, weights);
        yield return Given.As("graph", path);
        foreach (long back in (long[])[0, long.MinValue])
            yield return Given.As("graph", path with { Edges = [.. path.Edges, .. path.Edges.Select(edge => (edge.V, edge.U, back))] });
    }

    private static long Extreme(long weight) => (weight % 3) switch { 0 => weight, 1 or -1 => long.MaxValue, _ => long.MinValue };
}

public sealed class ArborescenceTests : ArborescenceProperties<Arborescence>;
