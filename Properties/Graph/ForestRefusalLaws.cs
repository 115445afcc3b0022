namespace Etudes.Graph;

/// <summary>What every spanning forest with its total refuses, and what it refuses only nearly; no call leaves anything behind.</summary>
/// <typeparam name="TSelf">The law class that inherits these laws, itself generic over the answer.</typeparam>
public abstract class ForestRefusalLaws<TSelf> : WeightedForestLaws<TSelf> where TSelf : IForestSolver
{
    [Law(MaxTest = 100)]
    public static void A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws(WeightedGraph graph)
    {
        Refused(new(-1, []), "the forest of -1 vertices");
        Refused(graph with { Vertices = int.MinValue }, $"the forest of {int.MinValue} vertices");
        foreach (int outside in (int[])[-1, graph.Vertices, int.MinValue, int.MaxValue])
            foreach (var (u, v) in ((int, int)[])[(outside, 0), (0, outside), (outside, outside)])
            {
                var (lightest, heaviest) = ((u, v, long.MinValue), (u, v, long.MaxValue)); // taken at once, or never
                Refused(graph with { Edges = [lightest, .. graph.Edges] }, $"the forest with a further edge {WeightedGraph.Word(lightest)}");
                Refused(graph with { Edges = [.. graph.Edges, heaviest] }, $"the forest with a further edge {WeightedGraph.Word(heaviest)}");
            }

        static void Refused(WeightedGraph wrong, string what)
        {
            var (given, copy) = (Given.As("graph", wrong), wrong.Copy());
            Must.Throw<ArgumentOutOfRangeException>(() => TSelf.Solve(given.Vertices, copy), what);
            Must.LeaveAlone(wrong.Edges, copy);
        }
    }

    [Law]
    public static void A_total_beyond_64_bits_throws(SmallGraph graph)
    {
        foreach (long weight in (long[])[long.MinValue, long.MaxValue]) Beyond(WithPath(graph, weight, weight, weight));
    }

    [Law]
    public static void A_total_is_right_up_to_the_ends_of_64_bits_and_throws_one_beyond()
    {
        var none = new WeightedGraph(0, []);
        foreach (long[] weights in (long[][])[[long.MaxValue, -1, 1], [long.MinValue, 1, -1], [long.MaxValue, long.MinValue]])
        {
            var within = Given.As("graph", WithPath(none, weights));
            Must.Be((long)weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight), Forest(within).Total, $"Total of {within}");
        }
        foreach (long[] weights in (long[][])[[long.MaxValue, 1], [1, long.MaxValue], [long.MinValue, -1], [-1, long.MinValue],
            [long.MinValue, long.MinValue], [long.MaxValue, long.MaxValue, 2]]) // the last two are 0 where they wrap round
            Beyond(WithPath(none, weights));
    }

    [Law(BeyondExamples = true)]
    public static void A_total_of_131072_extreme_weights_throws()
    {
        foreach (int count in (int[])[1 << 9, 1 << 17]) // where sums in 72 or 80 bits come round
            foreach (long weight in (long[])[long.MinValue, long.MaxValue])
            {
                Given.As("graph", $"a path of {count + 1} vertices, all weights {Show.Of(weight)}");
                (int, int, long)[] edges = [.. Enumerable.Range(0, count).Select(v => (v, v + 1, weight))];
                Must.Throw<OverflowException>(() => TSelf.Solve(count + 1, edges), $"the forest of {count} edges of {Show.Of(weight)}");
            }
    }

    [Law]
    public static void A_total_within_64_bits_is_right_though_partial_sums_are_beyond(SmallGraph graph)
    {
        long expected = Forest(graph).Total;
        var within = Given.As(nameof(graph), WithPath(graph, long.MaxValue, long.MaxValue, long.MinValue, long.MinValue, 1, 1));
        Must.Be(expected, Forest(within).Total, $"Total of {within}");
    }

    [Law]
    public static void After_a_refused_call_the_next_one_is_right(SmallGraph graph)
    {
        var (forest, total) = Forest(graph);
        var outside = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges, (0, graph.Vertices, 0)] });
        Must.Throw<ArgumentOutOfRangeException>(() => TSelf.Solve(outside.Vertices, outside.Copy()), $"the forest of {outside}");
        IsTheSame("after an edge outside was refused,");
        Beyond(WithPath(graph, long.MaxValue, long.MaxValue, long.MaxValue));
        IsTheSame("after a total beyond 64 bits,");
        foreach (long weight in (long[])[long.MinValue, long.MaxValue])
        {
            var triangle = new WeightedGraph(3, [(0, 1, weight), (1, 2, weight), (0, 2, weight)]); // two edges make the tree: one is left
            Beyond(triangle);
            IsTheSame($"after {triangle}, whose total is beyond 64 bits,");
        }

        void IsTheSame(string when)
        {
            var (again, totalAgain) = Forest(Given.As(nameof(graph), graph));
            Must.Be(total, totalAgain, $"{when} Total");
            Must.Be(forest.Length, again.Length, $"{when} the number of edges");
        }
    }

    [Law(MaxTest = 100)]
    public static void Edges_that_the_caller_changes_in_place_are_another_graph(WeightedGraph graph)
    {
        var edges = graph.Copy();
        foreach (int i in ChangedInPlace.EachEdge(edges, () => TSelf.Solve(graph.Vertices, edges)))
        {
            var changed = Given.As(nameof(graph), graph with { Edges = [.. edges] });
            var (forest, total) = TSelf.Solve(graph.Vertices, edges);
            string when = $"after edge {i} of the array was changed,";
            Must.Be(changed.Best(TSelf.Sign), (Must.Read(forest, "Edges").Length, (Int128)total), $"{when} the number of edges and Total");
            Must.Be(total, Sum(edges, forest), $"{when} the sum of the weights of Edges");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        (int, int, long)[] few = [(0, 1, 0)];
        foreach (int ask in ManyCalls.Order(4))
            if (ask < 0) TSelf.Solve(2, few);
            else
            {
                int v = 2 + 3 * (ask % 4); // vertices that no call meets in between
                var graph = Given.As("graph", new WeightedGraph(14, [(v, v + 1, 1), (v + 1, v + 2, 2)]));
                Must.Be((2, 3L), Forest(graph) is var (forest, total) ? (forest.Length, total) : default, $"{(ask < 4 ? "at first" : "after many calls")}, the number of edges and Total");
            }
    }

    private static void Beyond(WeightedGraph graph)
    {
        var (beyond, copy) = (Given.As("graph", graph), graph.Copy());
        Must.Throw<OverflowException>(() => TSelf.Solve(beyond.Vertices, copy), $"the forest of {beyond}");
        Must.LeaveAlone(graph.Edges, copy);
    }

    /// <summary>The graph beside a path of new vertices whose edges have the given weights.</summary>
    private static WeightedGraph WithPath(WeightedGraph graph, params long[] weights) => new(graph.Vertices + weights.Length + 1,
        [.. graph.Edges, .. weights.Select((weight, i) => (graph.Vertices + i, graph.Vertices + i + 1, weight))]);
}
