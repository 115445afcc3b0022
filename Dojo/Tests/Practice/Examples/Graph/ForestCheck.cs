namespace Etudes.Graph;

/// <summary>What is a forest, a spanning tree, a spanning forest; how many trees.</summary>
public static class ForestCheckExamples
{
    private static readonly (int U, int V, long Weight)[] Triangle = [(0, 1, 5), (1, 2, 5),
        (2, 0, 5)];

    [Example]
    public static void A_cycle_is_no_forest()
    {
        Must.Be(false, ForestCheck.IsForest(4, Triangle), "the triangle is a forest");
        Must.Be(true, ForestCheck.IsForest(4, Triangle[..2]), "two sides are a forest");
    }

    [Example]
    public static void A_self_loop_is_a_cycle()
    {
        Must.Be(false, ForestCheck.IsForest(2, [(1, 1, 0)]), "a self-loop is a forest");
        Must.Be(false, ForestCheck.IsSpanningTree(2, [(1, 1, 0)]),
            "a self-loop is a spanning tree");
    }

    [Example]
    public static void Parallel_edges_are_a_cycle() =>
        Must.Be(false, ForestCheck.IsForest(3, [(0, 1, 1), (1, 0, 2)]),
            "parallel edges are a forest");

    [Example]
    public static void A_spanning_tree_connects_all()
    {
        Must.Be(true, ForestCheck.IsSpanningTree(3, Triangle[..2]),
            "two sides span three vertices");
        Must.Be(false, ForestCheck.IsSpanningTree(4, Triangle[..2]),
            "two sides span four vertices");
        Must.Be(false, ForestCheck.IsSpanningTree(4, Triangle),
            "three edges, four vertices, a cycle");
        Must.Be(false, ForestCheck.IsSpanningTree(3, Triangle), "the triangle is a spanning tree");
    }

    [Example]
    public static void One_vertex_is_a_tree_and_none_is_not()
    {
        Must.Be(true, ForestCheck.IsSpanningTree(1, []), "one vertex has a spanning tree");
        Must.Be(false, ForestCheck.IsSpanningTree(0, []), "no vertex has a spanning tree");
        Must.Be(true, ForestCheck.IsForest(0, []), "no vertex is a forest");
        Must.Be(true, ForestCheck.IsSpanningForest(0, [], []), "no vertex has a spanning forest");
    }

    [Example]
    public static void Chosen_edges_connect_what_the_graph_connects()
    {
        Must.Be(true, ForestCheck.IsSpanningForest(4, Triangle, [2, 0]),
            "two sides, and 3 stays alone");
        Must.Be(false, ForestCheck.IsSpanningForest(4, Triangle, [0]), "2 is cut off");
        Must.Be(false, ForestCheck.IsSpanningForest(4, Triangle, []), "all are cut off");
        Must.Be(false, ForestCheck.IsSpanningForest(4, Triangle, [0, 1, 2]), "all sides, a cycle");
    }

    [Example]
    public static void An_index_twice_is_a_cycle() =>
        Must.Be(false, ForestCheck.IsSpanningForest(3, Triangle, [0, 0, 1]), "edge 0 twice");

    [Example]
    public static void As_many_edges_as_needed_may_still_be_the_wrong_ones() =>
        Must.Be(false, ForestCheck.IsSpanningForest(4, [(0, 1, 1), (1, 0, 1), (2, 3, 1)], [0, 1]),
            "parallel edges chosen, 2 and 3 cut off");

    [Example]
    public static void Every_tree_counts_and_a_lone_vertex_is_one()
    {
        Must.Be(2, ForestCheck.TreeCount(4, Triangle[..2]), "0-1-2 and 3");
        Must.Be(3, ForestCheck.TreeCount(3, []), "three lone vertices");
        Must.Be(0, ForestCheck.TreeCount(0, []), "no vertex");
    }

    [Example]
    public static void The_trees_of_a_cycle_cannot_be_counted()
    {
        Must.Throw<ArgumentException>(() => ForestCheck.TreeCount(4, Triangle), "the triangle");
        Must.Throw<ArgumentException>(() => ForestCheck.TreeCount(1, [(0, 0, 1)]), "a self-loop");
    }

    [Example]
    public static void Fewer_than_no_vertices_are_refused()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => ForestCheck.IsForest(-1, []), "IsForest");
        Must.Throw<ArgumentOutOfRangeException>(() => ForestCheck.IsSpanningTree(-1, []),
            "IsSpanningTree");
        Must.Throw<ArgumentOutOfRangeException>(() => ForestCheck.IsSpanningForest(-1, [], []),
            "IsSpanningForest");
        Must.Throw<ArgumentOutOfRangeException>(() => ForestCheck.TreeCount(-1, []), "TreeCount");
    }

    [Example]
    public static void An_end_outside_is_refused_even_behind_a_cycle()
    {
        (int, int, long)[] edges = [(0, 0, 1), (0, 1, 1), (1, 2, 1)];
        Must.Throw<ArgumentOutOfRangeException>(() => ForestCheck.IsForest(2, edges), "IsForest");
        Must.Throw<ArgumentOutOfRangeException>(() => ForestCheck.IsSpanningTree(2, edges),
            "IsSpanningTree");
        Must.Throw<ArgumentOutOfRangeException>(
            () => ForestCheck.IsSpanningForest(2, edges, [1]), "IsSpanningForest");
        Must.Throw<ArgumentOutOfRangeException>(() => ForestCheck.TreeCount(2, edges), "TreeCount");
    }

    [Example]
    public static void An_index_outside_is_refused_even_behind_a_cycle()
    {
        Must.Throw<ArgumentOutOfRangeException>(
            () => ForestCheck.IsSpanningForest(3, Triangle, [0, 0, 3]), "the index 3");
        Must.Throw<ArgumentOutOfRangeException>(
            () => ForestCheck.IsSpanningForest(3, Triangle, [0, 1, 2, -1]), "the index -1");
    }

    [Example]
    public static void All_is_left_as_it_was()
    {
        (int, int, long)[] edges = [(2, 0, 5), (1, 2, 4), (1, 0, 3)];
        int[] chosen = [2, 0];
        ForestCheck.IsForest(3, edges);
        ForestCheck.IsSpanningTree(3, edges);
        ForestCheck.IsSpanningForest(3, edges, chosen);
        Must.Throw<ArgumentException>(() => ForestCheck.TreeCount(3, edges),
            "the trees of a triangle");
        Must.Be([(2, 0, 5L), (1, 2, 4L), (1, 0, 3L)], edges, "the edges afterwards");
        Must.Be([2, 0], chosen, "the chosen ones afterwards");
    }
}
