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
            var shifted = Given.As(nameof(graph), graph with { Edges = Array.ConvertAll(graph.Edges, edge => edge with { Weight = edge.Weight >> bits }) });
            Must.Be(Kruskal.Forest(shifted.Vertices, shifted.Copy()).Total, T.Forest(shifted.Vertices, shifted.Copy()).Total, $"Total of weights without their last {bits} bits");
        }
    }
}

public sealed class RadixKruskalWidthTests : WeightWidths<RadixKruskal>;
