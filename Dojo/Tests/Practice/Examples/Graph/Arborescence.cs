namespace Etudes.Graph;

/// <summary>The lightest edges from a root to all, sorted here, and their sum.</summary>
public static class ArborescenceExamples
{
    [Example]
    public static void A_cycle_is_entered_where_it_costs_least() =>
        MustBe([0, 2], 10, 3, 0, (0, 1, 9), (0, 2, 8), (1, 2, 1), (2, 1, 3));

    [Example]
    public static void Edges_run_one_way_only() =>
        MustBe([1, 2], 11, 3, 0, (2, 0, 1), (0, 1, 1), (0, 2, 10));

    [Example]
    public static void No_edge_needs_to_enter_the_root() =>
        MustBe([1], 5, 2, 1, (0, 1, -9), (1, 0, 5));

    [Example]
    public static void A_cycle_may_lie_in_a_cycle() =>
        MustBe([0, 3, 4], 15, 4, 0, (0, 3, 10), (0, 1, 20), (2, 1, 1), (1, 2, 1), (3, 1, 4),
            (2, 3, 2));

    [Example]
    public static void Self_loops_and_heavier_parallel_edges_are_never_taken()
    {
        MustBe([1], 5, 2, 0, (1, 1, -7), (0, 1, 5), (0, 1, 6));
        MustBe([1], 1L << 53, 2, 0, (0, 1, (1L << 53) + 1), (0, 1, 1L << 53));
    }

    [Example]
    public static void Of_equal_edges_any_will_do()
    {
        var tree = Arborescence.Of(3, [(0, 1, 4), (0, 2, 4), (1, 2, 4), (2, 1, 4)], 0)!.Value;
        Must.Be(2, tree.Edges.Distinct().Count(), "how many different edges");
        Must.Be(8L, tree.Total, "the total");
    }

    [Example]
    public static void Out_of_reach_there_is_no_tree()
    {
        Must.Hold(Arborescence.Of(3, [(0, 1, 1), (2, 1, 1)], 0) is null,
            "nothing leads to 2: null");
        Must.Hold(Arborescence.Of(3, [(1, 2, 1), (2, 1, 1)], 0) is null,
            "a cycle out of reach: null");
        Must.Hold(
            Arborescence.Of(4, [(0, 1, long.MaxValue), (1, 2, 1)], 0) is null,
            "nothing leads to 3: null, whatever the others weigh");
    }

    [Example]
    public static void A_lone_root_needs_no_edges() => MustBe([], 0, 1, 0);

    [Example]
    public static void Reduced_costs_do_not_overflow() =>
        MustBe([0, 2], -1, 3, 0,
            (0, 1, long.MaxValue), (0, 2, long.MaxValue), (1, 2, long.MinValue),
            (2, 1, long.MinValue + 1));

    [Example]
    public static void A_total_that_fits_is_right_whatever_its_partial_sums() =>
        MustBe([0, 1, 2, 3], -2, 5, 0,
            (0, 1, long.MaxValue), (1, 2, long.MaxValue), (2, 3, long.MinValue),
            (3, 4, long.MinValue));

    [Example]
    public static void A_total_beyond_64_bits_is_refused()
    {
        Must.Throw<OverflowException>(
            () => Arborescence.Of(3, [(0, 1, long.MaxValue), (1, 2, 1)], 0), "2^63");
        Must.Throw<OverflowException>(
            () => Arborescence.Of(3, [(0, 1, long.MinValue), (1, 2, -1)], 0), "-2^63 - 1");
    }

    [Example]
    public static void A_vertex_outside_is_refused()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => Arborescence.Of(2, [(0, 1, 1), (2, 1, 1)], 0),
            "2 of two");
        Must.Throw<ArgumentOutOfRangeException>(
            () => Arborescence.Of(2, [(0, 1, 1), (0, -1, 1)], 0), "-1");
        Must.Throw<ArgumentOutOfRangeException>(() => Arborescence.Of(1, [(0, 1, 1)], 0),
            "1 of one");
        Must.Throw<ArgumentOutOfRangeException>(() => Arborescence.Of(2, [(0, 1, 1), (2, 2, 1)], 0),
            "a self-loop");
        Must.Throw<ArgumentOutOfRangeException>(
            () => Arborescence.Of(2, [(0, 1, 1), (-1, 0, 1)], 0), "to the root");
    }

    [Example]
    public static void There_is_no_root_outside()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => Arborescence.Of(2, [(0, 1, 1)], 2),
            "the root 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(() => Arborescence.Of(2, [(0, 1, 1)], -1),
            "the root -1");
        Must.Throw<ArgumentOutOfRangeException>(() => Arborescence.Of(0, [], 0),
            "the root of no vertex");
        Must.Throw<ArgumentOutOfRangeException>(() => Arborescence.Of(-1, [], 0), "n = -1");
    }

    [Example]
    public static void The_edges_are_left_as_they_were()
    {
        (int, int, long)[] edges = [(0, 1, 9), (0, 2, 8), (1, 2, 1), (2, 1, 3)];
        Arborescence.Of(3, edges, 0);
        Must.Be([(0, 1, 9L), (0, 2, 8L), (1, 2, 1L), (2, 1, 3L)], edges, "the edges afterwards");
    }

    private static void MustBe(int[] chosen, long total, int n, int root,
        params (int, int, long)[] edges)
    {
        (int[] Edges, long Total)? tree = Arborescence.Of(n, edges, root);
        Must.Hold(tree is not null, "the root reaches all");
        Must.Be(chosen, tree!.Value.Edges.Order(), "the edges, sorted");
        Must.Be(total, tree.Value.Total, "the total");
    }
}
