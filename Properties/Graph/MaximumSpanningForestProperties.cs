namespace Etudes.Graph;

/// <summary>The laws of every spanning forest, and what makes it a maximum one.</summary>
public abstract class MaximumSpanningForestProperties<T> : ForestRefusalLaws<MaximumSpanningForestProperties<T>>, IForestSolver
    where T : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Solve(int vertices, (int U, int V, long Weight)[] edges) => T.Forest(vertices, edges);

    public static int Sign => -1;

    [Law]
    public static void No_spanning_forest_weighs_more(SmallGraph graph) =>
        Must.Be(TotalsOfAllForests(graph).Max(), Forest(graph).Total, "Total");

    [Law]
    public static void A_chosen_edge_is_a_heaviest_across_the_cut_that_it_bridges(WeightedGraph graph)
    {
        var forest = Forest(graph).Edges;
        foreach (int chosen in forest)
            foreach (int other in Across(graph, forest, chosen))
                Must.Hold(graph.Edges[chosen].Weight >= graph.Edges[other].Weight,
                    $"{Words(graph, chosen)} is in the forest, but the heavier {Words(graph, other)} crosses the same cut");
    }

    [Law]
    public static void An_edge_left_out_is_a_lightest_on_the_cycle_that_it_closes(WeightedGraph graph)
    {
        var forest = Forest(graph).Edges;
        foreach (var edge in graph.Edges)
        {
            var joined = graph.Components(forest.Where(i => graph.Edges[i].Weight >= edge.Weight));
            Must.Hold(joined[edge.U] == joined[edge.V],
                $"{WeightedGraph.Word(edge)} was left out, but no edges of the forest as heavy as it join {edge.U} and {edge.V}");
        }
    }

    [Law]
    public static void An_edge_of_the_least_weight_beside_another_is_left_out(SmallGraph graph)
    {
        long total = Forest(graph).Total;
        var doubled = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges, .. graph.Edges.Select(edge => edge with { Weight = long.MinValue })] });
        Must.Be(total, Forest(doubled).Total, $"Total of {doubled}");
    }

    [LargeLaw(200_000)]
    public static void Large_graphs_that_hurt_get_a_heaviest_forest_for_the_opposite_weights(HardGraph graph)
    {
        (int U, int V, long Weight)[] edges = [.. graph.Edges().Select(edge => edge with { Weight = -edge.Weight })];
        var (forest, total) = T.Forest(graph.Vertices, edges);
        var (count, least) = graph.Least();
        Must.Be(count, Must.Read(forest, "Edges").Distinct().Count(), "the number of different edges");
        Must.Be(-least, total, "Total");
        Must.Be(-least, Sum(edges, forest), "the sum of the weights of Edges");
    }
}

public sealed class MaximumSpanningForestTests : MaximumSpanningForestProperties<MaximumSpanningForest>;
