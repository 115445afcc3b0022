namespace Etudes.Graph;

/// <summary>Shortest ways from one source along directed edges, and their lengths.</summary>
public static class DijkstraExamples
{
    [Example]
    public static void A_way_round_may_be_shorter()
    {
        var roads = Dijkstra.From(4, [(0, 1, 7), (0, 2, 2), (2, 1, 3)], 0);
        Must.Be(5L, roads.DistanceTo(1), "the distance to 1");
        Must.Be([0, 2, 1], roads.PathTo(1), "the path to 1");
    }

    [Example]
    public static void Without_a_path_there_is_no_distance()
    {
        var roads = Dijkstra.From(3, [(0, 1, 7)], 0);
        Must.Be(null, roads.DistanceTo(2), "the distance to 2");
        Must.Be(null, roads.PathTo(2), "the path to 2");
    }

    [Example]
    public static void The_source_is_its_own_path()
    {
        var roads = Dijkstra.From(2, [(1, 1, 4), (1, 0, 2), (0, 1, 1)], 1);
        Must.Be(0L, roads.DistanceTo(1), "the distance to the source");
        Must.Be([1], roads.PathTo(1), "the path to the source");
    }

    [Example]
    public static void Edges_run_one_way_only()
    {
        var roads = Dijkstra.From(3, [(1, 0, 1), (0, 2, 5), (2, 1, 5)], 0);
        Must.Be(10L, roads.DistanceTo(1), "the distance to 1");
    }

    [Example]
    public static void A_distance_may_be_lowered_more_than_once()
    {
        var roads = Dijkstra.From(4, [(0, 3, 10), (0, 1, 1), (1, 3, 6), (1, 2, 1), (2, 3, 2)], 0);
        Must.Be(4L, roads.DistanceTo(3), "the distance to 3");
        Must.Be([0, 1, 2, 3], roads.PathTo(3), "the path to 3");
    }

    [Example]
    public static void Of_parallel_edges_the_shortest_counts()
    {
        var roads = Dijkstra.From(2, [(0, 1, 5), (0, 1, 2), (0, 1, 9)], 0);
        Must.Be(2L, roads.DistanceTo(1), "the distance to 1");
    }

    [Example]
    public static void Edges_of_weight_0_are_edges()
    {
        var roads = Dijkstra.From(3, [(0, 1, 0), (1, 0, 0), (1, 2, 0), (2, 1, 0), (2, 2, 0)], 0);
        Must.Be(0L, roads.DistanceTo(2), "the distance to 2");
        Must.Be([0, 1, 2], roads.PathTo(2), "the path to 2");
    }

    [Example]
    public static void The_largest_distance_fits()
    {
        var roads = Dijkstra.From(3, [(0, 1, long.MaxValue - 1), (1, 2, 1)], 0);
        Must.Be(long.MaxValue, roads.DistanceTo(2), "the distance to 2");
    }

    [Example]
    public static void A_distance_beyond_64_bits_is_refused() =>
        Must.Throw<OverflowException>(
            () => Dijkstra.From(3, [(0, 1, long.MaxValue), (1, 2, 1)], 0), "2^63");

    [Example]
    public static void A_longer_way_that_is_not_taken_may_overflow()
    {
        var roads = Dijkstra.From(3,
            [(0, 1, long.MaxValue), (1, 2, long.MaxValue), (0, 2, long.MaxValue)], 0);
        Must.Be(long.MaxValue, roads.DistanceTo(2), "the distance to 2");
        Must.Be([0, 2], roads.PathTo(2), "the path to 2");
    }

    [Example]
    public static void A_negative_weight_is_refused_even_out_of_reach() =>
        Must.Throw<ArgumentException>(() => Dijkstra.From(3, [(0, 1, 1), (2, 1, -1)], 0),
            "a weight of -1");

    [Example]
    public static void A_vertex_outside_is_refused()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => Dijkstra.From(2, [(0, 2, 1)], 0),
            "an end 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(() => Dijkstra.From(2, [(-1, 0, 1)], 0),
            "an end -1");
        Must.Throw<ArgumentOutOfRangeException>(() => Dijkstra.From(2, [], 2),
            "the source 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(() => Dijkstra.From(-1, [], 0), "n = -1");
        var roads = Dijkstra.From(2, [], 0);
        Must.Throw<ArgumentOutOfRangeException>(() => roads.DistanceTo(2), "DistanceTo(2)");
        Must.Throw<ArgumentOutOfRangeException>(() => roads.PathTo(-1), "PathTo(-1)");
    }

    [Example]
    public static void The_edges_are_left_as_they_were_and_may_change()
    {
        (int, int, long)[] edges = [(1, 2, 3), (0, 1, 4)];
        var roads = Dijkstra.From(3, edges, 0);
        Must.Be([(1, 2, 3L), (0, 1, 4L)], edges, "the edges afterwards");
        edges[0] = (0, 0, 0);
        Must.Be(7L, roads.DistanceTo(2), "the distance to 2");
        Must.Be([0, 1, 2], roads.PathTo(2), "the path to 2");
    }

    [Example]
    public static void A_path_belongs_to_the_caller()
    {
        var roads = Dijkstra.From(2, [(0, 1, 1)], 0);
        roads.PathTo(1)![0] = 9;
        Must.Be([0, 1], roads.PathTo(1), "the path to 1");
    }
}
