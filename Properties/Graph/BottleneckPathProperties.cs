namespace Etudes.Graph;

public abstract class BottleneckPathProperties<T> : BottleneckPathLaws<T> where T : IBottleneckPath<T>
{
    [Law]
    public static void Between_two_is_the_smallest_weight_whose_lighter_edges_connect_them(WeightedGraph graph)
    {
        var edges = graph.Copy();
        Compare(graph, T.Of(graph.Vertices, edges), "");
        Must.LeaveAlone(graph.Edges, edges);
    }

    [Law]
    public static void No_edge_is_needed_from_a_vertex_to_itself(WeightedGraph graph)
    {
        var paths = T.Of(graph.Vertices, graph.Copy());
        for (int v = 0; v < graph.Vertices; v++) Must.Be(long.MinValue, paths.Between(v, v), $"Between({v}, {v}), the largest of no weights,");
    }

    [Law]
    public static void There_is_none_just_when_no_path_connects_two(WeightedGraph graph)
    {
        int[] component = graph.Components();
        var paths = T.Of(graph.Vertices, graph.Copy());
        foreach (var (u, v) in Pairs(graph))
            Must.Be(component[u] == component[v], paths.Between(u, v).HasValue, $"whether there is a path between {u} and {v}");
    }

    [Law]
    public static void No_way_over_a_third_vertex_is_better(WeightedGraph graph)
    {
        var paths = T.Of(graph.Vertices, graph.Copy());
        foreach (var (u, v) in Pairs(graph).Take(200))
            for (int over = 0; over < graph.Vertices; over++)
                if (paths.Between(u, over) is long first && paths.Between(over, v) is long second && !(paths.Between(u, v) <= Math.Max(first, second)))
                    throw new LawBroken($"Between({u}, {v}) should be at most {Math.Max(first, second)}, the way over {over}, but is {Show.Of(paths.Between(u, v))}");
    }

    [Law]
    public static void Only_the_order_of_the_weights_matters(WeightedGraph graph)
    {
        long[] sorted = [.. graph.Edges.Select(edge => edge.Weight).Distinct().Order()];
        var paths = T.Of(graph.Vertices, graph.Copy());
        foreach (long first in (long[])[0, 1L << 60]) // where no double tells two weights apart
        {
            var ranked = Given.As(nameof(graph), graph with
            {
                Edges = [.. graph.Edges.Select(edge => edge with { Weight = first + Array.BinarySearch(sorted, edge.Weight) })],
            });
            var again = T.Of(graph.Vertices, ranked.Copy());
            foreach (var (u, v) in Pairs(graph))
                Must.Be(paths.Between(u, v) is long weight ? first + Array.BinarySearch(sorted, weight) : null, again.Between(u, v),
                    $"with {first} and its rank for each weight, Between({u}, {v})");
        }
    }

    [Law]
    public static void Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing(WeightedGraph graph)
    {
        int last = graph.Vertices - 1;
        var renamed = graph with { Edges = [.. graph.Edges.Reverse().Select(edge => (last - edge.V, last - edge.U, edge.Weight))] };
        var paths = T.Of(graph.Vertices, graph.Copy());
        var again = T.Of(graph.Vertices, Given.As(nameof(graph), renamed).Copy());
        foreach (var (u, v) in Pairs(graph))
            Must.Be(paths.Between(u, v), again.Between(last - v, last - u), $"with {last} - v for v, Between({last - v}, {last - u})");
    }

    [Law]
    public static void What_the_caller_does_with_the_edges_changes_no_answer(WeightedGraph graph)
    {
        var edges = graph.Copy();
        var paths = T.Of(graph.Vertices, edges);
        Array.Fill(edges, (0, 0, 0L));
        Compare(graph, paths, "after changing the edges, ");
    }

    [Law(MaxTest = 100)]
    public static void A_vertex_outside_the_range_is_refused(WeightedGraph graph)
    {
        int inside = Math.Max(0, graph.Vertices - 1);
        OfRefused(new(-1, []), "Of with -1 vertices");
        foreach (int outside in (int[])[-1, graph.Vertices, int.MinValue, int.MaxValue])
        {
            OfRefused(graph with { Edges = [.. graph.Edges, (outside, inside, 1)] }, $"Of with the edge {outside}-{inside}:1");
            OfRefused(graph with { Edges = [.. graph.Edges, (inside, outside, 1)] }, $"Of with the edge {inside}-{outside}:1");
        }

        void OfRefused(WeightedGraph wrong, string what)
        {
            var copy = Given.As(nameof(graph), wrong).Copy();
            Must.Throw<ArgumentOutOfRangeException>(() => T.Of(wrong.Vertices, copy), what);
            Must.LeaveAlone(wrong.Edges, copy);
        }
    }

    [Law(MaxTest = 100)]
    public static void A_query_outside_the_range_is_refused_and_changes_no_answer(WeightedGraph graph)
    {
        int inside = Math.Max(0, graph.Vertices - 1);
        var paths = T.Of(graph.Vertices, graph.Copy());
        foreach (int outside in (int[])[-1, graph.Vertices, int.MinValue, int.MaxValue])
            foreach (var (u, v) in ((int, int)[])[(outside, inside), (inside, outside), (outside, outside)])
            {
                Given.As("u, v", (u, v));
                Must.Throw<ArgumentOutOfRangeException>(() => paths.Between(u, v), $"Between({u}, {v})");
            }
        Compare(graph, paths, "after it refused a vertex, ");
    }

    [Law(MaxTest = 100)]
    public static void Edges_that_the_caller_changes_in_place_are_another_graph(WeightedGraph graph)
    {
        var edges = graph.Copy();
        foreach (int i in ChangedInPlace.EachEdge(edges, () => T.Of(graph.Vertices, edges)))
        {
            var changed = Given.As(nameof(graph), graph with { Edges = [.. edges] });
            var (paths, again) = (T.Of(graph.Vertices, edges), T.Of(graph.Vertices, changed.Copy()));
            for (int v = 0; v < graph.Vertices; v++)
                Must.Be(again.Between(edges[i].V, v), paths.Between(edges[i].V, v), $"after edge {i} of the array was changed, Between({edges[i].V}, {v})");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_questions_the_next_answer_is_as_right_as_the_first()
    {
        var graph = Given.As("graph", new WeightedGraph(18, [.. Enumerable.Range(1, 17).Select(v => (v / 2, v, (long)v))]));
        var (paths, limits) = (T.Of(18, graph.Copy()), Limits(graph));
        foreach (int ask in ManyCalls.Order(32))
        {
            int end = 2 + ask % 16, other = ask < 32 ? 0 : 1;
            var (u, v) = ask < 0 ? (0, 1) : ask / 16 % 2 == 0 == ask < 32 ? (end, other) : (other, end); // marks are made from either side
            long? expected = limits[u, v], actual = paths.Between(u, v);
            if (actual != expected) Must.Be(expected, actual, $"after many questions, Between({u}, {v})");
        }
    }

    [Law(MaxTest = 2, BeyondExamples = true)]
    public static void In_a_dense_graph_the_heaviest_of_weights_is_one_like_any_other(DenseGraph graph)
    {
        foreach (var (bits, last) in ((int, long)[])[(3, long.MaxValue), (64, long.MinValue)])
        {
            var narrow = Given.As(nameof(graph), graph.Narrow(bits, last));
            Compare(narrow, T.Of(narrow.Vertices, narrow.Copy()), "");
        }
    }

    [LargeLaw(300_000)]
    public static void Each_of_many_queries_takes_logarithmic_time(LargeGraph graph)
    {
        // Heavier and heavier toward vertex 0 of a path: one vertex at a time joins all the others, and who stops short of 0 is wrong.
        int sign = graph.Kind == GraphKind.Path ? -1 : 1;
        (int U, int V, long Weight)[] edges = [.. graph.Edges().Select((edge, i) => edge with { Weight = sign * i })];
        var paths = T.Of(graph.Vertices, [.. edges]);
        foreach (var (u, v, weight) in edges)
            if (!(paths.Between(u, v) <= weight))
                throw new LawBroken($"Between({u}, {v}) should be at most {weight} but is {Show.Of(paths.Between(u, v))}");
        var limits = LimitsFrom0(graph.Vertices, sign < 0 ? edges.Reverse() : edges);
        for (int v = 0; v < graph.Vertices; v++)
            if (paths.Between(0, v) != limits[v] || paths.Between(v, 0) != limits[v])
                Must.Be((limits[v], limits[v]), (paths.Between(0, v), paths.Between(v, 0)), $"Between(0, {v}) and Between({v}, 0)");
    }
}

public sealed class BottleneckPathTests : BottleneckPathProperties<BottleneckPath>;
