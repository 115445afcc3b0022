namespace Etudes.Graph;

/// <summary>A minimum spanning forest: its edges, sorted here, and its total.</summary>
public static class PrimExamples
{
    [Example]
    public static void Every_component_gets_its_tree() =>
        MustBe([0, 2, 4], 6, 5, (0, 1, 4), (1, 2, 8), (0, 2, 7), (2, 2, 1), (3, 4, -5));

    [Example]
    public static void The_heaviest_edge_of_a_cycle_is_left_out() =>
        MustBe([1, 2, 3], 6, 4, (0, 1, 4), (1, 2, 1), (2, 3, 2), (3, 0, 3));

    [Example]
    public static void Trees_are_joined_by_the_lightest_edge_between_them() =>
        MustBe([0, 1, 2], 6, 4, (0, 1, 1), (3, 2, 2), (0, 2, 3), (1, 3, 4));

    [Example]
    public static void Of_equal_edges_any_will_do()
    {
        (int[] chosen, long total) = Prim.Forest(3, [(0, 1, 2), (1, 2, 2), (2, 0, 2)]);
        Must.Be(2, chosen.Distinct().Count(), "how many different edges");
        Must.Be(4L, total, "the total");
    }

    [Example]
    public static void Of_parallel_edges_the_lightest_is_taken() =>
        MustBe([1], 1, 2, (0, 1, 3), (1, 0, 1), (0, 1, 2));

    [Example]
    public static void Negative_edges_are_taken_only_without_a_cycle() =>
        MustBe([1, 2], -5, 3, (0, 1, -1), (1, 2, -2), (2, 0, -3), (1, 1, -9));

    [Example]
    public static void A_graph_may_be_empty()
    {
        MustBe([], 0, 0);
        MustBe([], 0, 3);
    }

    [Example]
    public static void Weights_lie_anywhere_in_long()
    {
        MustBe([1, 2], long.MinValue + 1, 3, (0, 1, long.MaxValue), (1, 2, long.MinValue),
            (2, 0, 1));
        MustBe([1], 1L << 53, 2, (0, 1, (1L << 53) + 1), (1, 0, 1L << 53));
    }

    [Example]
    public static void A_total_beyond_64_bits_is_refused()
    {
        Must.Throw<OverflowException>(
            () => Prim.Forest(3, [(0, 1, long.MaxValue), (1, 2, 1)]), "2^63");
        Must.Throw<OverflowException>(
            () => Prim.Forest(3, [(0, 1, long.MinValue), (1, 2, long.MinValue)]), "-2^64");
    }

    [Example]
    public static void A_total_that_fits_is_right_whatever_its_partial_sums() =>
        MustBe([0, 1, 2, 3], -2, 5,
            (0, 1, long.MinValue), (1, 2, long.MaxValue), (2, 3, long.MinValue),
            (3, 4, long.MaxValue));

    [Example]
    public static void A_vertex_outside_is_refused_even_of_an_edge_that_is_not_needed()
    {
        Must.Throw<ArgumentOutOfRangeException>(
            () => Prim.Forest(2, [(0, 1, 1), (1, 2, 9)]), "the vertex 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(
            () => Prim.Forest(2, [(0, 1, 1), (-1, 1, 9)]), "the vertex -1");
        Must.Throw<ArgumentOutOfRangeException>(
            () => Prim.Forest(2, [(0, 1, 1), (2, 2, 9)]), "a self-loop outside");
    }

    [Example]
    public static void Fewer_than_no_vertices_are_refused() =>
        Must.Throw<ArgumentOutOfRangeException>(() => Prim.Forest(-1, []), "n = -1");

    [Example]
    public static void The_edges_are_left_as_they_were()
    {
        (int, int, long)[] edges = [(2, 0, 5), (1, 2, 3), (1, 0, 4)];
        Prim.Forest(3, edges);
        Must.Be([(2, 0, 5L), (1, 2, 3L), (1, 0, 4L)], edges, "the edges afterwards");
    }

    [Example]
    public static void The_edges_are_left_as_they_were_even_when_refused()
    {
        (int, int, long)[] edges = [(2, 0, 5), (1, 2, 4), (1, 0, 3)];
        Must.Throw<ArgumentOutOfRangeException>(() => Prim.Forest(2, edges), "the vertex 2 of two");
        Must.Be([(2, 0, 5L), (1, 2, 4L), (1, 0, 3L)], edges, "the edges afterwards");
    }

    private static void MustBe(int[] chosen, long total, int vertices,
        params (int, int, long)[] edges)
    {
        (int[] Edges, long Total) forest = Prim.Forest(vertices, edges);
        Must.Be(chosen, forest.Edges.Order(), "the edges, sorted");
        Must.Be(total, forest.Total, "the total");
    }
}
