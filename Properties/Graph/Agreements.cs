namespace Etudes.Graph;

/// <summary>What the answers of several katas have in common.</summary>
public abstract class ForestAgreements<TKruskal, TPrim, TBoruvka, TMaximum>
    where TKruskal : IKruskal where TPrim : IPrim where TBoruvka : IBoruvka where TMaximum : IMaximumSpanningForest
{
    [Law]
    public static void Agrees_with_Prim_and_Boruvka_on_the_total(WeightedGraph graph)
    {
        long total = TKruskal.Forest(graph.Vertices, graph.Copy()).Total;
        Must.Be(total, TPrim.Forest(graph.Vertices, graph.Copy()).Total, "Prim's total");
        Must.Be(total, TBoruvka.Forest(graph.Vertices, graph.Copy()).Total, "Boruvka's total");
    }

    [Law]
    public static void Agrees_with_Prim_and_Boruvka_on_the_edges_when_no_weights_are_equal(WeightedGraph graph)
    {
        var different = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.DistinctBy(edge => edge.Weight)] });
        var forest = TKruskal.Forest(different.Vertices, different.Copy()).Edges.Order();
        Must.Be(forest, TPrim.Forest(different.Vertices, different.Copy()).Edges.Order(), "Prim's edges");
        Must.Be(forest, TBoruvka.Forest(different.Vertices, different.Copy()).Edges.Order(), "Boruvka's edges");
    }

    [Law]
    public static void Gives_the_maximum_forest_for_the_opposite_weights(WeightedGraph graph)
    {
        var halves = graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = edge.Weight / 2 })] }; // whose opposites fit in 64 bits
        var opposite = Given.As(nameof(graph), graph with { Edges = [.. halves.Edges.Select(edge => edge with { Weight = -edge.Weight })] });
        long least = TKruskal.Forest(opposite.Vertices, opposite.Copy()).Total;
        Given.As(nameof(graph), halves);
        Must.Be(-least, TMaximum.Forest(halves.Vertices, halves.Copy()).Total, "with all weights halved, the total of the maximum forest");
    }
}

public sealed class ForestAgreementsTests : ForestAgreements<Kruskal, Prim, Boruvka, MaximumSpanningForest>;

/// <summary>As many flights as there are vertices are as good as any number.</summary>
public abstract class ShortestPathAgreements<TFlights, TDijkstra>
    where TFlights : ICheapestFlights where TDijkstra : IDijkstra<TDijkstra>
{
    [Law]
    public static void With_any_number_of_edges_the_price_is_the_distance(Roads roads)
    {
        for (int source = 0; source < roads.Vertices; source++)
        {
            var paths = TDijkstra.From(roads.Vertices, roads.Copy(), source);
            int target = roads.Vertices - 1 - source;
            long? price = TFlights.Price(roads.Vertices, roads.Copy(), Given.As(nameof(source), source), Given.As(nameof(target), target), int.MaxValue);
            Must.Be(paths.DistanceTo(target), price, $"from {source} to {target}, Price");
        }
    }
}

public sealed class ShortestPathAgreementsTests : ShortestPathAgreements<CheapestFlights, Dijkstra>;
