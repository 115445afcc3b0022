namespace Etudes.Graph;

/// <summary>Edges that connect all that the graph connects, and not one more.</summary>
public static class SpanningForestExamples
{
    [Example]
    public static void A_tree_needs_all_its_edges() =>
        Must.Be([0, 1, 2], Chosen(4, (0, 1, 5), (3, 1, 0), (1, 2, -5)), "the edges, sorted");

    [Example]
    public static void A_self_loop_is_never_needed() =>
        Must.Be([1], Chosen(2, (0, 0, 5), (0, 1, 5), (1, 1, 5)), "the edges");

    [Example]
    public static void Of_parallel_edges_one_will_do() =>
        Must.Be(1, Chosen(2, (0, 1, 5), (1, 0, 5), (0, 1, 5)).Length, "how many edges");

    [Example]
    public static void Each_component_gets_its_tree() =>
        Must.Be([0, 1, 2], Chosen(6, (4, 5, 1), (0, 1, 1), (2, 1, 1)), "the edges, sorted");

    [Example]
    public static void Two_trees_meet_at_last() =>
        Must.Be([0, 1, 2], Chosen(4, (0, 1, 1), (2, 3, 1), (1, 3, 1)), "the edges, sorted");

    [Example]
    public static void What_a_cycle_does_not_decide_is_needed()
    {
        int[] edges = Chosen(6, (0, 1, 5), (1, 1, 5), (1, 2, 5), (2, 0, 5), (3, 4, 5), (4, 3, 5));
        Must.Be(3, edges.Distinct().Count(), "how many different edges");
        Must.Be(2, edges.Count(edge => edge is 0 or 2 or 3), "of the triangle");
        Must.Be(1, edges.Count(edge => edge is 4 or 5), "of the parallel ones");
    }

    [Example]
    public static void Without_edges_nothing_is_chosen()
    {
        Must.Be([], Chosen(3), "the edges of three lone vertices");
        Must.Be([], Chosen(0), "the edges of no vertex");
    }

    [Example]
    public static void Fewer_than_no_vertices_are_refused() =>
        Must.Throw<ArgumentOutOfRangeException>(() => SpanningForest.Edges(-1, []), "n = -1");

    [Example]
    public static void An_end_outside_is_refused_even_where_no_edge_is_needed()
    {
        Must.Throw<ArgumentOutOfRangeException>(
            () => SpanningForest.Edges(2, [(0, 1, 1), (1, 2, 1)]), "the vertex 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(
            () => SpanningForest.Edges(2, [(2, 0, 1)]), "the vertex 2 where an edge begins");
        Must.Throw<ArgumentOutOfRangeException>(
            () => SpanningForest.Edges(2, [(0, 1, 1), (-1, 0, 1)]), "the vertex -1");
        Must.Throw<ArgumentOutOfRangeException>(
            () => SpanningForest.Edges(2, [(0, 1, 1), (2, 2, 1)]), "a self-loop outside");
    }

    [Example]
    public static void The_edges_are_left_as_they_were()
    {
        (int, int, long)[] edges = [(2, 0, 5), (1, 2, 4), (1, 0, 3)];
        SpanningForest.Edges(3, edges);
        Must.Be([(2, 0, 5L), (1, 2, 4L), (1, 0, 3L)], edges, "the edges afterwards");
    }

    [Example]
    public static void The_edges_are_left_as_they_were_even_when_refused()
    {
        (int, int, long)[] edges = [(2, 0, 5), (1, 2, 4), (1, 0, 3)];
        Must.Throw<ArgumentOutOfRangeException>(() => SpanningForest.Edges(2, edges),
            "the vertex 2 of two");
        Must.Be([(2, 0, 5L), (1, 2, 4L), (1, 0, 3L)], edges, "the edges afterwards");
    }

    private static int[] Chosen(int vertices, params (int U, int V, long Weight)[] edges) =>
        [.. SpanningForest.Edges(vertices, edges).Order()];
}
