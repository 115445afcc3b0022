namespace Etudes.Graph;

/// <summary>An order in which all edges lead forward, or a cycle that rules it out.</summary>
public static class TopologicalOrderExamples
{
    [Example]
    public static void A_chain_has_one_order() =>
        Is([2, 0, 1], TopologicalOrder.Of(3, [(0, 1), (2, 0)]));

    [Example]
    public static void A_vertex_waits_for_all_that_lead_to_it() =>
        Is([3, 1, 0, 2], TopologicalOrder.Of(4, [(0, 2), (3, 1), (3, 2), (1, 0), (3, 0)]));

    [Example]
    public static void Two_ways_to_a_vertex_are_no_cycle()
    {
        var (order, cycle) = TopologicalOrder.Of(4, [(0, 1), (0, 2), (1, 3), (2, 3)]);
        Must.Be(null, cycle, "the cycle");
        Must.Be([0, 1, 2, 3], order?.Order(), "the vertices of the order");
        Must.Be((0, 3), (order![0], order[3]), "the first and the last");
    }

    [Example]
    public static void Parallel_edges_are_no_cycle() =>
        Is([1, 0], TopologicalOrder.Of(2, [(1, 0), (1, 0), (1, 0)]));

    [Example]
    public static void Vertices_without_edges_have_their_place()
    {
        var (order, cycle) = TopologicalOrder.Of(4, [(2, 1)]);
        Must.Be([0, 1, 2, 3], order?.Order(), "the vertices of the order");
        Must.Hold(Array.IndexOf(order!, 2) < Array.IndexOf(order!, 1), "2 should come before 1");
        Must.Be(null, cycle, "the cycle");
    }

    [Example]
    public static void Without_vertices_the_order_is_empty() =>
        Is([], TopologicalOrder.Of(0, []));

    [Example]
    public static void A_self_loop_is_a_cycle_of_one()
    {
        var (order, cycle) = TopologicalOrder.Of(3, [(0, 1), (1, 1), (1, 2)]);
        Must.Be(null, order, "the order");
        Must.Be([1], cycle, "the cycle");
    }

    [Example]
    public static void A_cycle_that_stands_alone_is_found()
    {
        var (order, cycle) = TopologicalOrder.Of(3, [(1, 2), (2, 1)]);
        Must.Be(null, order, "the order");
        Must.Be([1, 2], cycle?.Order(), "the vertices of the cycle");
    }

    [Example]
    public static void What_lies_before_and_behind_a_cycle_is_no_part_of_it()
    {
        (int, int)[] edges =
            [(0, 1), (1, 2), (2, 3), (3, 4), (4, 2), (4, 5), (5, 6), (0, 6), (3, 7)];
        var (order, cycle) = TopologicalOrder.Of(8, edges);
        Must.Be(null, order, "the order");
        Must.Be(3, cycle!.Length, "the length of the cycle");
        int first = Array.IndexOf(cycle, 2);
        Must.Be([2, 3, 4], [cycle[first], cycle[(first + 1) % 3], cycle[(first + 2) % 3]],
            "the cycle from 2 on");
    }

    [Example]
    public static void Fewer_than_no_vertices_are_refused() =>
        Must.Throw<ArgumentOutOfRangeException>(() => TopologicalOrder.Of(-1, []), "n = -1");

    [Example]
    public static void An_end_outside_is_refused_even_after_a_cycle()
    {
        Must.Throw<ArgumentOutOfRangeException>(
            () => TopologicalOrder.Of(2, [(0, 1), (1, 0), (0, 2)]), "the vertex 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(
            () => TopologicalOrder.Of(2, [(2, 0)]), "the vertex 2 where an edge begins");
        Must.Throw<ArgumentOutOfRangeException>(
            () => TopologicalOrder.Of(2, [(-1, -1)]), "a self-loop at -1");
    }

    [Example]
    public static void The_edges_are_left_as_they_were()
    {
        (int, int)[] edges = [(2, 1), (1, 0), (2, 0)];
        Is([2, 1, 0], TopologicalOrder.Of(3, edges));
        Must.Be([(2, 1), (1, 0), (2, 0)], edges, "the edges afterwards");
    }

    [Example]
    public static void The_order_belongs_to_the_caller()
    {
        var (order, _) = TopologicalOrder.Of(2, [(1, 0)]);
        TopologicalOrder.Of(2, [(0, 1)]);
        Is([1, 0], (order, null));
    }

    private static void Is(int[] order, (int[]? Order, int[]? Cycle) told)
    {
        Must.Be(order, told.Order, "the order");
        Must.Be(null, told.Cycle, "the cycle");
    }
}
