namespace Etudes.Graph;

/// <summary>The laws of every minimum spanning forest, and what sorting the edges is most likely to get wrong.</summary>
public abstract class KruskalProperties<T> : MinimumSpanningForestLaws<KruskalProperties<T>>, IForestSolver where T : IKruskal
{
    public static (int[] Edges, long Total) Solve(int vertices, (int U, int V, long Weight)[] edges) => T.Forest(vertices, edges);

    [Law]
    public static void Only_the_order_of_the_weights_matters(WeightedGraph graph)
    {
        var order = graph.Edges.Select(edge => edge.Weight).Distinct().Order().ToList();
        var ranked = graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = order.IndexOf(edge.Weight) })] };
        long expected = Forest(graph).Edges.Sum(i => ranked.Edges[i].Weight);
        Must.Given(nameof(graph), ranked, () => Must.Be(expected, Forest(ranked).Total, $"Total of {ranked}"));
    }
}

public sealed class KruskalTests : KruskalProperties<Kruskal>;
