namespace Etudes.Graph;

public sealed class RadixKruskalTests : KruskalProperties<RadixKruskal>;

/// <summary>What sorting by bytes is most likely to get wrong.</summary>
public abstract class WeightWidths<T> where T : IKruskal
{
    [Law]
    public static void The_total_is_right_however_many_bits_the_weights_have(WeightedGraph graph)
    {
        for (int bits = 0; bits < 64; bits += 3)
        {
            var edges = Array.ConvertAll(graph.Copy(), edge => edge with { Weight = edge.Weight >> bits });
            string what = $"Total of weights without their last {bits} bits";
            Must.Given(nameof(graph), graph with { Edges = edges }, () =>
                Must.Be(Kruskal.Forest(graph.Vertices, edges).Total, T.Forest(graph.Vertices, edges).Total, what));
        }
    }
}

public sealed class RadixKruskalWidthTests : WeightWidths<RadixKruskal>;
