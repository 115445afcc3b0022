namespace Etudes.Graph;

/// <summary>What makes a spanning forest a minimum one, whichever algorithm found it.</summary>
/// <typeparam name="TSelf">The law class that inherits these laws, itself generic over the answer.</typeparam>
public abstract class MinimumSpanningForestLaws<TSelf> : ForestRefusalLaws<TSelf> where TSelf : IForestSolver
{
    [Law]
    public static void No_spanning_forest_weighs_less(SmallGraph graph) =>
        Must.Be(TotalsOfAllForests(graph).Min(), Forest(graph).Total, "Total");

    [Law]
    public static void A_chosen_edge_is_a_lightest_across_the_cut_that_it_bridges(WeightedGraph graph)
    {
        var forest = Forest(graph).Edges;
        foreach (int chosen in forest)
            foreach (int other in Across(graph, forest, chosen))
                Must.Hold(graph.Edges[chosen].Weight <= graph.Edges[other].Weight,
                    $"{Words(graph, chosen)} is in the forest, but the lighter {Words(graph, other)} crosses the same cut");
    }

    [Law]
    public static void An_edge_left_out_is_a_heaviest_on_the_cycle_that_it_closes(WeightedGraph graph)
    {
        var forest = Forest(graph).Edges;
        foreach (var edge in graph.Edges)
        {
            var joined = graph.Components(forest.Where(i => graph.Edges[i].Weight <= edge.Weight));
            Must.Hold(joined[edge.U] == joined[edge.V],
                $"{WeightedGraph.Word(edge)} was left out, but no edges of the forest as light as it join {edge.U} and {edge.V}");
        }
    }

    [LargeLaw(200_000)]
    public static void Large_graphs_that_hurt_get_a_lightest_forest(HardGraph graph)
    {
        var edges = graph.Edges();
        var (forest, total) = TSelf.Solve(graph.Vertices, edges);
        var (count, least) = graph.Least();
        Must.Be(count, Must.Read(forest, "Edges").Distinct().Count(), "the number of different edges");
        Must.Be(least, total, "Total");
        Must.Be(least, Sum(edges, forest), "the sum of the weights of Edges");
    }
}
