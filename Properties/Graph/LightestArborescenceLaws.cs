namespace Etudes.Graph;

/// <summary>What makes a choice of edges a lightest tree away from a root, whichever algorithm found it.</summary>
public abstract class LightestArborescenceLaws<T> where T : IArborescence
{
    [Law]
    public static void No_choice_of_an_edge_into_each_vertex_weighs_less(SmallDigraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
            Must.Be((long?)Lightest(graph, root), Total(graph, root), $"from {root}, Total");
    }

    [Law]
    public static void Cycles_within_cycles_are_entered_for_the_least(SmallDigraph graph)
    {
        int n = graph.Vertices;
        for (int root = 0; root < n; root++)
            foreach (int step in (int[])[1, -1])
            {
                var nested = Given.As(nameof(graph), graph with
                {
                    Edges = [.. graph.Edges.Select((edge, i) => edge with { Weight = edge.Weight % 4 + i % 3 + 9 * Entered(edge.U - root, edge.V - root, step) })],
                });
                Must.Be((long?)Lightest(nested, root), Total(nested, root), $"of {nested}, from {root}, Total");
            }

        // How many sets of the vertices next to the root, to one side, an edge enters: each is dear to enter.
        int Entered(int u, int v, int step)
        {
            (u, v) = ((u * step + n) % n, (v * step + n) % n);
            return v == 0 ? 0 : u == 0 ? n - v : Math.Max(0, u - v);
        }
    }

    [Law]
    public static void Every_vertex_but_the_root_is_entered_once_and_reached(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
            if (Tree(graph, root) is var (tree, _))
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
            if (Tree(graph, root) is var (tree, total))
                Must.Be(Chosen(graph, tree, $"from {root}, Edges").Sum(edge => edge.Weight), total, $"from {root}, Total of the edges {Show.Of(tree)}");
    }

    [Law]
    public static void There_is_none_just_when_some_vertex_is_out_of_reach(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
            Must.Be(graph.ReachedFrom(root).All(reached => reached), Tree(graph, root).HasValue, $"whether there is a tree from {root}");
    }

    [Law]
    public static void A_single_edge_is_taken_whatever_its_weight()
    {
        foreach (long weight in (long[])[long.MinValue, long.MinValue + 1, -1, 0, 1, long.MaxValue - 1, long.MaxValue])
        {
            var single = Given.As("graph", new Digraph(2, [(0, 1, weight)]));
            Must.Be(weight, Total(single, 0), $"of {single}, from 0, Total");
        }
    }

    [Law]
    public static void A_constant_on_all_weights_is_added_once_for_each_vertex_but_the_root(Digraph graph, long constant)
    {
        var plain = graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = edge.Weight / 4 })] };
        var shifted = plain with { Edges = [.. plain.Edges.Select(edge => edge with { Weight = edge.Weight + constant })] };
        for (int root = 0; root < graph.Vertices; root++)
        {
            var expected = Total(Given.As(nameof(graph), plain), root) + constant * (graph.Vertices - 1);
            Must.Be(expected, Total(Given.As(nameof(graph), shifted), root), $"with weights w / 4 + {constant} for w / 4, from {root}, Total");
        }
    }

    [Law]
    public static void Edges_into_the_root_never_matter(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
        {
            var none = graph with { Edges = [.. graph.Edges.Where(edge => edge.V != root)] };
            var more = graph with { Edges = [.. from u in Enumerable.Range(0, graph.Vertices) select (u, root, long.MinValue), .. none.Edges] };
            var expected = Total(Given.As(nameof(graph), none), root);
            Must.Be(expected, Total(Given.As(nameof(graph), more), root), $"from {root}, with edges of weight {long.MinValue} into it, Total");
        }
    }

    [Law]
    public static void Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing(Digraph graph)
    {
        int last = graph.Vertices - 1;
        var renamed = graph with { Edges = [.. graph.Edges.Reverse().Select(edge => (last - edge.U, last - edge.V, edge.Weight))] };
        for (int root = 0; root <= last; root++)
        {
            var expected = Total(Given.As(nameof(graph), graph), root);
            Must.Be(expected, Total(Given.As(nameof(graph), renamed), last - root), $"with {last} - v for v, from {last - root}, Total");
        }
    }

    [Law]
    public static void The_edges_are_left_alone(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
        {
            var copy = graph.Copy();
            T.Of(graph.Vertices, copy, Given.As(nameof(root), root));
            Must.LeaveAlone(graph.Edges, copy);
        }
    }

    [Law]
    public static void A_later_call_leaves_an_earlier_tree_alone(Digraph graph)
    {
        for (int root = 0; root < graph.Vertices; root++)
        {
            if (Tree(graph, root) is not var (tree, _)) continue;
            int[] kept = Must.Read(tree, "Edges");
            T.Of(graph.Vertices, [.. graph.Edges.Reverse()], root);
            Must.Be(kept, tree, $"after a call with the edges in the opposite order, the Edges from {root} of before");
        }
    }

    [Law(MaxTest = 2, BeyondExamples = true)]
    public static void A_dense_graph_with_each_edge_both_ways_gets_a_tree_as_light_as_its_spanning_tree(DenseGraph graph)
    {
        if (graph.Vertices == 0) return;
        int root = graph.Vertices / 2;
        foreach (var dense in graph.OfEachWidth())
        {
            var both = Given.As(nameof(graph), new Digraph(dense.Vertices, [.. dense.Edges, .. dense.Edges.Select(edge => (edge.V, edge.U, edge.Weight))]));
            var (count, best) = dense.Best(1);
            if (count < graph.Vertices - 1) Must.Be((long?)null, Total(both, root), $"from {root}, Total");
            else if (best == (long)best) Must.Be((long)best, Total(both, root), $"from {root}, Total");
            else Must.Throw<OverflowException>(() => T.Of(both.Vertices, both.Copy(), root), $"from {root}, Of");
        }
    }

    /// <summary>What the answer gives for a copy of the graph.</summary>
    protected static (int[] Edges, long Total)? Tree(Digraph graph, int root)
    {
        var tree = T.Of(graph.Vertices, graph.Copy(), Given.As(nameof(root), root));
        graph.Choose(tree?.Edges);
        return tree;
    }

    protected static long? Total(Digraph graph, int root) => Tree(graph, root)?.Total;

    private static (int U, int V, long Weight)[] Chosen(Digraph graph, int[]? tree, string what)
    {
        int[] read = Must.Read(tree, what);
        Must.Hold(read.All(i => i >= 0 && i < graph.Edges.Length), $"{what} should be indices of edges but are {Show.Of(read)}");
        return [.. read.Select(i => graph.Edges[i])];
    }

    /// <summary>Tries every choice of an edge into each vertex but the root: the least weight of
    /// those that reach all vertices, null if no choice does.</summary>
    protected static Int128? Lightest(SmallDigraph graph, int root)
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
