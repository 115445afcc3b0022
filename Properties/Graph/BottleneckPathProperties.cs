namespace Etudes.Graph;

public abstract class BottleneckPathProperties<T> where T : IBottleneckPath<T>
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
            Given.As(nameof(graph), wrong);
            Must.Throw<ArgumentOutOfRangeException>(() => T.Of(wrong.Vertices, wrong.Copy()), what);
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

    [LargeLaw(300_000)]
    public static void Each_of_many_queries_takes_logarithmic_time(LargeGraph graph)
    {
        // Heavier and heavier toward vertex 0 of the path: one vertex at a time joins all the others, and who stops short of 0 is wrong.
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

    private static IEnumerable<(int U, int V)> Pairs(WeightedGraph graph) =>
        from u in Enumerable.Range(0, graph.Vertices)
        from v in Enumerable.Range(0, graph.Vertices)
        where u != v
        select (u, v);

    /// <summary>For each two vertices the first limit, from light to heavy, whose edges put them into one component.</summary>
    private static long?[,] Limits(WeightedGraph graph)
    {
        var limits = new long?[graph.Vertices, graph.Vertices];
        foreach (long limit in graph.Edges.Select(edge => edge.Weight).Distinct().Order())
        {
            int[] component = graph.Components(Enumerable.Range(0, graph.Edges.Length).Where(i => graph.Edges[i].Weight <= limit));
            for (int u = 0; u < graph.Vertices; u++)
                for (int v = 0; v < graph.Vertices; v++)
                    if (component[u] == component[v]) limits[u, v] ??= limit;
        }
        return limits;
    }

    /// <summary>The weight of the edge that puts each vertex into the component of vertex 0; the smaller of two takes the larger's name.</summary>
    /// <param name="ascending">The edges, from light to heavy.</param>
    private static long?[] LimitsFrom0(int vertices, IEnumerable<(int U, int V, long Weight)> ascending)
    {
        var limits = new long?[vertices];
        limits[0] = long.MinValue;
        int[] name = [.. Enumerable.Range(0, vertices)], next = [.. name], size = new int[vertices]; // each component is a ring
        foreach (var (u, v, weight) in ascending)
        {
            int large = name[u], small = name[v];
            if (large == small) continue;
            if (size[large] < size[small]) (large, small) = (small, large);
            int reached = name[0] == large ? small : name[0] == small ? large : -1;
            for (int x = reached; x >= 0 && limits[x] is null; x = next[x]) limits[x] = weight;
            for (int x = small; name[x] != large; x = next[x]) name[x] = large;
            (next[large], next[small]) = (next[small], next[large]);
            size[large] += size[small] + 1;
        }
        return limits;
    }

    private static void Compare(WeightedGraph graph, T paths, string when)
    {
        var limits = Limits(graph);
        foreach (var (u, v) in Pairs(graph)) Must.Be(limits[u, v], paths.Between(u, v), $"{when}Between({u}, {v})");
    }
}

public sealed class BottleneckPathTests : BottleneckPathProperties<BottleneckPath>;
