namespace Etudes.Graph;

/// <summary>The smallest limit at which edges no heavier than it connect two vertices.</summary>
public static class BottleneckPathExamples
{
    [Example]
    public static void A_way_round_may_be_better()
    {
        var paths = BottleneckPath.Of(4, [(0, 1, 7), (0, 2, 2), (2, 1, 3)]);
        Must.Be(3L, paths.Between(0, 1), "between 0 and 1, by way of 2");
        Must.Be(2L, paths.Between(0, 2), "between 0 and 2");
    }

    [Example]
    public static void The_heaviest_edge_may_lie_anywhere_on_the_path()
    {
        var paths = BottleneckPath.Of(5, [(0, 1, 1), (1, 2, 9), (2, 3, 4), (3, 4, 2)]);
        Must.Be([1L, 9, 9, 9], Enumerable.Range(1, 4).Select(v => paths.Between(0, v)!.Value),
            "from 0");
        Must.Be([2L, 4, 9, 9], Enumerable.Range(0, 4).Select(v => paths.Between(4, 3 - v)!.Value),
            "from 4");
    }

    [Example]
    public static void Without_a_path_there_is_no_limit()
    {
        var paths = BottleneckPath.Of(4, [(0, 1, 7), (2, 3, 1)]);
        Must.Be(null, paths.Between(0, 3), "between 0 and 3");
        Must.Be(1L, paths.Between(3, 2), "between 3 and 2");
    }

    [Example]
    public static void From_a_vertex_to_itself_no_edge_is_needed()
    {
        var paths = BottleneckPath.Of(2, [(0, 0, 5), (0, 1, 3)]);
        Must.Be(long.MinValue, paths.Between(0, 0), "between 0 and 0");
        Must.Be(long.MinValue, paths.Between(1, 1), "between 1 and 1");
    }

    [Example]
    public static void Of_parallel_edges_the_lightest_counts()
    {
        var paths = BottleneckPath.Of(2, [(0, 1, 5), (1, 0, 2), (0, 1, 9)]);
        Must.Be(2L, paths.Between(0, 1), "between 0 and 1");
    }

    [Example]
    public static void Weights_may_be_negative()
    {
        var paths = BottleneckPath.Of(3, [(0, 1, -5), (1, 2, -3), (0, 2, -1)]);
        Must.Be(-3L, paths.Between(0, 2), "between 0 and 2");
    }

    [Example]
    public static void Weights_lie_anywhere_in_long()
    {
        var paths = BottleneckPath.Of(4,
            [(0, 1, long.MaxValue), (1, 2, long.MinValue), (2, 0, 1), (2, 3, long.MaxValue)]);
        Must.Be(1L, paths.Between(0, 1), "between 0 and 1");
        Must.Be(long.MinValue, paths.Between(1, 2), "between 1 and 2");
        Must.Be(long.MaxValue, paths.Between(3, 0), "between 3 and 0");
        paths = BottleneckPath.Of(2, [(0, 1, (1L << 53) + 1), (0, 1, 1L << 53)]);
        Must.Be(1L << 53, paths.Between(0, 1), "between 0 and 1, where a double does not tell");
    }

    [Example]
    public static void Small_trees_grow_together()
    {
        var paths = BottleneckPath.Of(6,
            [(0, 1, 1), (2, 3, 2), (4, 5, 3), (1, 2, 4), (3, 4, 5), (0, 5, 6)]);
        Must.Be(4L, paths.Between(0, 3), "between 0 and 3");
        Must.Be(5L, paths.Between(5, 0), "between 5 and 0");
        Must.Be(5L, paths.Between(4, 2), "between 4 and 2");
    }

    [Example]
    public static void A_vertex_outside_is_refused_when_prepared()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => BottleneckPath.Of(2, [(0, 2, 1)]),
            "an end 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(() => BottleneckPath.Of(2, [(-1, 0, 1)]),
            "an end -1");
        Must.Throw<ArgumentOutOfRangeException>(() => BottleneckPath.Of(2, [(2, 2, 1)]),
            "a self-loop outside");
        Must.Throw<ArgumentOutOfRangeException>(() => BottleneckPath.Of(-1, []), "n = -1");
    }

    [Example]
    public static void A_vertex_outside_is_refused_when_asked()
    {
        var paths = BottleneckPath.Of(2, [(0, 1, 1)]);
        Must.Throw<ArgumentOutOfRangeException>(() => paths.Between(0, 2), "Between(0, 2)");
        Must.Throw<ArgumentOutOfRangeException>(() => paths.Between(-1, 0), "Between(-1, 0)");
        Must.Throw<ArgumentOutOfRangeException>(() => paths.Between(2, 2), "Between(2, 2)");
    }

    [Example]
    public static void The_edges_are_left_as_they_were_and_may_change()
    {
        (int, int, long)[] edges = [(1, 2, 9), (0, 1, 4)];
        var paths = BottleneckPath.Of(3, edges);
        Must.Be([(1, 2, 9L), (0, 1, 4L)], edges, "the edges afterwards");
        edges[0] = (1, 2, 1);
        Must.Be(9L, paths.Between(0, 2), "between 0 and 2");
    }
}
