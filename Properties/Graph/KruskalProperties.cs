namespace Etudes.Graph;

/// <summary>The laws of every minimum spanning forest, and what sorting the edges is most likely to get wrong.</summary>
public abstract class KruskalProperties<T> : MinimumSpanningForestLaws<KruskalProperties<T>>, IForestSolver where T : IKruskal
{
    public static (int[] Edges, long Total) Solve(int vertices, (int U, int V, long Weight)[] edges) => T.Forest(vertices, edges);

    [Law]
    public static void Only_the_order_of_the_weights_matters(WeightedGraph graph)
    {
        var order = graph.Edges.Select(edge => edge.Weight).Distinct().Order().ToList();
        int[] forest = Forest(graph).Edges;
        var ranked = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = order.IndexOf(edge.Weight) })] });
        Must.Be(forest.Sum(i => ranked.Edges[i].Weight), Forest(ranked).Total, $"Total of {ranked}");
    }
}

public sealed class KruskalTests : KruskalProperties<Kruskal>;
