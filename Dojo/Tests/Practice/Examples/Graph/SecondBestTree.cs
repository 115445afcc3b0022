namespace Etudes.Graph;

/// <summary>The weight of the second lightest tree; null where there are not two.</summary>
public static class SecondBestTreeExamples
{
    [Example]
    public static void One_edge_is_exchanged() =>
        Must.Be(15L, SecondBestTree.Weight(4, [(0, 1, 1), (1, 2, 2), (2, 0, 5), (2, 3, 9)]),
            "1 + 5 + 9");

    [Example]
    public static void The_lightest_edge_left_out_need_not_be_the_one() =>
        Must.Be(8L, SecondBestTree.Weight(3, [(0, 1, 1), (0, 1, 5), (1, 2, 6), (1, 2, 7)]),
            "1 + 7");

    [Example]
    public static void Two_lightest_trees_may_weigh_the_same() =>
        Must.Be(4L, SecondBestTree.Weight(3, [(0, 1, 2), (1, 2, 2), (2, 0, 2)]),
            "two sides of a triangle");

    [Example]
    public static void Parallel_edges_are_different_edges()
    {
        Must.Be(7L, SecondBestTree.Weight(2, [(0, 1, 7), (1, 0, 7)]), "two equal edges");
        Must.Be((1L << 53) + 1,
            SecondBestTree.Weight(2,
                [(0, 1, (1L << 53) + 1), (1, 0, 1L << 53), (0, 1, (1L << 53) + 2)]),
            "the edge in the middle");
    }

    [Example]
    public static void Self_loops_lie_in_no_tree() =>
        Must.Be(null, SecondBestTree.Weight(2, [(0, 1, 7), (0, 0, 1)]), "one edge and a self-loop");

    [Example]
    public static void A_tree_has_only_itself() =>
        Must.Be(null, SecondBestTree.Weight(3, [(0, 1, 1), (1, 2, 1)]),
            "two edges, three vertices");

    [Example]
    public static void A_disconnected_graph_has_no_tree() =>
        Must.Be(null, SecondBestTree.Weight(4, [(0, 1, 1), (1, 2, 2), (2, 0, 3)]),
            "a triangle and 3 alone");

    [Example]
    public static void At_most_one_vertex_has_at_most_one_tree()
    {
        Must.Be(null, SecondBestTree.Weight(0, []), "no vertex");
        Must.Be(null, SecondBestTree.Weight(1, []), "one vertex");
        Must.Be(null, SecondBestTree.Weight(1, [(0, 0, 1), (0, 0, 2)]),
            "one vertex with self-loops");
    }

    [Example]
    public static void Weights_may_be_negative() =>
        Must.Be(-5L, SecondBestTree.Weight(3, [(0, 1, -2), (1, 2, -3), (2, 0, -3)]), "-2 - 3");

    [Example]
    public static void The_exchange_may_cost_more_than_a_long() =>
        Must.Be(long.MaxValue,
            SecondBestTree.Weight(2, [(0, 1, long.MinValue), (0, 1, long.MaxValue)]), "the weight");

    [Example]
    public static void A_result_that_fits_is_right_whatever_the_lightest_weighs() =>
        Must.Be(long.MinValue,
            SecondBestTree.Weight(3, [(0, 1, long.MinValue), (1, 2, -1), (1, 2, 0)]), "the weight");

    [Example]
    public static void A_result_beyond_64_bits_is_refused()
    {
        Must.Throw<OverflowException>(
            () => SecondBestTree.Weight(3, [(0, 1, long.MaxValue), (1, 2, 0), (1, 2, 1)]), "2^63");
        Must.Be(null, SecondBestTree.Weight(3, [(0, 1, long.MaxValue), (1, 2, 1)]),
            "a single tree of 2^63");
    }

    [Example]
    public static void A_vertex_outside_is_refused_whatever_the_result()
    {
        Must.Throw<ArgumentOutOfRangeException>(
            () => SecondBestTree.Weight(2, [(0, 1, 1), (1, 2, 1)]), "2 of two");
        Must.Throw<ArgumentOutOfRangeException>(() => SecondBestTree.Weight(3, [(-1, 0, 1)]), "-1");
        Must.Throw<ArgumentOutOfRangeException>(() => SecondBestTree.Weight(1, [(1, 1, 1)]),
            "a self-loop outside");
        Must.Throw<ArgumentOutOfRangeException>(() => SecondBestTree.Weight(-1, []), "n = -1");
    }

    [Example]
    public static void The_edges_are_left_as_they_were()
    {
        (int, int, long)[] edges = [(2, 0, 5), (1, 2, 3), (1, 0, 4)];
        SecondBestTree.Weight(3, edges);
        Must.Be([(2, 0, 5L), (1, 2, 3L), (1, 0, 4L)], edges, "the edges afterwards");
    }
}
