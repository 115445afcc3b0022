namespace Etudes.Graph;

public abstract class ArborescenceProperties<T> where T : IArborescence
{
    [Law]
    public static void No_choice_of_an_edge_into_each_vertex_weighs_less(SmallDigraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
        {
            var edges = graph.Copy();
            Must.Be((long?)Lightest(graph, root), T.Of(graph.Vertices, edges, Given.As(nameof(root), root))?.Total, $"from {root}, Total");
            Must.LeaveAlone(graph.Edges, edges);
        }
    }

    [Law]
    public static void Every_vertex_but_the_root_is_entered_once_and_reached(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
            if (T.Of(graph.Vertices, graph.Copy(), Given.As(nameof(root), root)) is var (tree, _))
            {
                string what = $"from {root}, Edges";
                var chosen = graph with { Edges = Chosen(graph, tree, what) };
                Must.Be(Enumerable.Range(0, graph.Vertices).Where(v => v != root), chosen.Edges.Select(edge => edge.V).Order(), $"the sorted ends of {what}");
                int missed = Array.IndexOf(chosen.ReachedFrom(root), false);
                Must.Hold(missed < 0, $"{what} are {Show.Of(tree)}, which do not lead to vertex {missed}");
            }
    }

    [Law]
    public static void The_total_is_that_of_the_chosen_edges(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
            if (T.Of(graph.Vertices, graph.Copy(), Given.As(nameof(root), root)) is var (tree, total))
                Must.Be(Chosen(graph, tree, $"from {root}, Edges").Sum(edge => edge.Weight), total, $"from {root}, Total of the edges {Show.Of(tree)}");
    }

    [Law]
    public static void There_is_none_just_when_some_vertex_is_out_of_reach(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
            Must.Be(graph.ReachedFrom(root).All(reached => reached), T.Of(graph.Vertices, graph.Copy(), Given.As(nameof(root), root)).HasValue, $"whether there is a tree from {root}");
    }

    [Law]
    public static void All_64_bit_weights_are_legal_and_only_a_total_beyond_them_overflows(SmallDigraph graph)
    {
        var extreme = graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = Extreme(edge.Weight) })] };
        Given.As(nameof(graph), extreme);
        for (int root = 0; root < graph.Vertices; root++)
        {
            int from = Given.As(nameof(root), root);
            var lightest = Lightest(extreme, root);
            if (lightest > long.MaxValue || lightest < long.MinValue)
                Must.Throw<OverflowException>(() => T.Of(graph.Vertices, extreme.Copy(), from), $"from {root}, Of");
            else Must.Be((long?)lightest, T.Of(graph.Vertices, extreme.Copy(), root)?.Total, $"from {root}, Total");
        }
    }

    [Law]
    public static void A_constant_on_all_weights_is_added_once_for_each_vertex_but_the_root(Digraph graph, long constant)
    {
        var plain = graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = edge.Weight / 4 })] };
        var shifted = plain with { Edges = [.. plain.Edges.Select(edge => edge with { Weight = edge.Weight + constant })] };
        for (int root = 0; root < graph.Vertices; root++)
            SameTotal(Total(plain, root) + constant * (graph.Vertices - 1), shifted, root,
                $"with weights w / 4 + {constant} for w / 4, from {root}, Total");
    }

    [Law]
    public static void Weights_near_each_other_beyond_2_to_the_53_are_told_apart(SmallDigraph graph)
    {
        var near = graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = (1L << 58) + edge.Weight % 8 })] };
        for (int root = 0; root < graph.Vertices; root++)
            SameTotal((long?)Lightest(near, root), near, root, $"from {root}, Total");
    }

    [Law]
    public static void Edges_into_the_root_never_matter(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
        {
            var none = graph with { Edges = [.. graph.Edges.Where(edge => edge.V != root)] };
            var more = graph with { Edges = [.. from u in Enumerable.Range(0, graph.Vertices) select (u, root, long.MinValue), .. none.Edges] };
            SameTotal(Total(none, root), more, root, $"from {root}, with edges of weight {long.MinValue} into it, Total");
        }
    }

    [Law]
    public static void Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing(Digraph graph)
    {
        int last = graph.Vertices - 1;
        var renamed = graph with { Edges = [.. graph.Edges.Reverse().Select(edge => (last - edge.U, last - edge.V, edge.Weight))] };
        for (int root = 0; root <= last; root++)
            SameTotal(Total(graph, root), renamed, last - root, $"with {last} - v for v, from {last - root}, Total");
    }

    [Law(MaxTest = 100)]
    public static void A_vertex_outside_the_range_is_refused(Digraph graph)
    {
        int n = graph.Vertices;
        Refused(new(-1, []), 0, "Of with -1 vertices");
        foreach (int outside in (int[])[-1, n, int.MinValue, int.MaxValue])
        {
            Refused(graph, outside, $"Of with root {outside}");
            if (n == 0) continue;
            Refused(graph with { Edges = [.. graph.Edges, (outside, 0, 1)] }, 0, $"Of with the edge {outside}>0:1");
            Refused(graph with { Edges = [.. graph.Edges, (n - 1, outside, 1)] }, 0, $"Of with the edge {n - 1}>{outside}:1");
        }

        static void Refused(Digraph wrong, int root, string what)
        {
            Given.As(nameof(graph), wrong);
            Must.Throw<ArgumentOutOfRangeException>(() => T.Of(wrong.Vertices, wrong.Copy(), Given.As(nameof(root), root)), what);
        }
    }

    [LargeLaw(80_000)]
    public static void Cycles_within_cycles_80000_deep_take_logarithmic_time_each()
    {
        const int N = 80_000;
        List<(int, int, long)> edges = [(0, 1, N)];
        for (int v = 1; v < N; v++)
        {
            edges.Add((v, v + 1, 1)); // away from the root ...
            edges.Add((v + 1, 1, v)); // ... and back, each time closing a cycle around the one before
        }
        var (tree, total) = T.Of(N + 1, [.. edges], Given.As("root", 0)) ?? throw new LawBroken("there is a tree, but Of gives null");
        Must.Be(2L * N - 1, total, "Total");
        Must.Be(Enumerable.Range(0, N).Select(v => v == 0 ? 0 : 2 * v - 1), tree.Order(), "the sorted Edges");
    }

    /// <summary>Of what was made of the drawn graph.</summary>
    private static long? Total(Digraph graph, int root) =>
        T.Of(graph.Vertices, Given.As(nameof(graph), graph).Copy(), Given.As(nameof(root), root))?.Total;

    private static void SameTotal(long? expected, Digraph graph, int root, string what) => Must.Be(expected, Total(graph, root), what);

    private static long Extreme(long weight) => (weight % 3) switch { 0 => weight, 1 or -1 => long.MaxValue, _ => long.MinValue };

    private static (int U, int V, long Weight)[] Chosen(Digraph graph, int[]? tree, string what)
    {
        int[] read = Must.Read(tree, what);
        Must.Hold(read.All(i => i >= 0 && i < graph.Edges.Length), $"{what} should be indices of edges but are {Show.Of(read)}");
        return [.. read.Select(i => graph.Edges[i])];
    }

    /// <summary>Tries every choice of an edge into each vertex but the root: the least weight of
    /// those that reach all vertices, null if no choice does.</summary>
    private static Int128? Lightest(SmallDigraph graph, int root)
    {
        Int128? lightest = null;
        var chosen = new (int U, int V, long Weight)[graph.Vertices];
        chosen[root] = (root, root, 0);
        Choose(0);
        return lightest;

        void Choose(int v)
        {
            if (v == graph.Vertices) Weigh();
            else if (v == root) Choose(v + 1);
            else
                foreach (var edge in graph.Edges)
                {
                    if (edge.V != v) continue;
                    chosen[v] = edge;
                    Choose(v + 1);
                }
        }

        void Weigh()
        {
            Int128 weight = 0;
            for (int v = 0; v < chosen.Length; v++)
            {
                int at = v;
                for (int steps = 0; steps < chosen.Length && at != root; steps++) at = chosen[at].U;
                if (at != root) return;
                weight += chosen[v].Weight;
            }
            if (lightest is null || weight < lightest) lightest = weight;
        }
    }
}

public sealed class ArborescenceTests : ArborescenceProperties<Arborescence>;
