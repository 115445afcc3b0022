using System.Numerics;

namespace Etudes.Graph;

public sealed class SpanningForestsKruskalTests : KruskalProperties<KruskalOfLongs>;

public sealed class SpanningForestsPrimTests : PrimProperties<PrimOfLongs>;

public sealed class SpanningForestsBoruvkaTests : BoruvkaProperties<BoruvkaOfLongs>;

public sealed class SpanningForestsMaximumTests : MaximumSpanningForestProperties<MaximumOfLongs>;

/// <summary>What only the variant does, beside the answers of the katas.</summary>
public abstract class SpanningForestsLaws<TKruskal, TMaximum> where TKruskal : IKruskal where TMaximum : IMaximumSpanningForest
{
    [Law]
    public static void Ints_and_doubles_say_the_same(WeightedGraph graph)
    {
        var small = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = edge.Weight % 1_000_000 })] });
        var (least, most) = (TKruskal.Forest(small.Vertices, small.Copy()).Total, TMaximum.Forest(small.Vertices, small.Copy()).Total);
        var ints = Array.ConvertAll(small.Edges, edge => (edge.U, edge.V, (int)edge.Weight));
        var quarters = Array.ConvertAll(small.Edges, edge => (edge.U, edge.V, edge.Weight / 4.0));
        foreach (var (name, total) in Totals<int, long>(small.Vertices, ints)) Must.Be(name == "Maximum" ? most : least, total, $"with ints, the total of {name}");
        foreach (var (name, total) in Totals<double, double>(small.Vertices, quarters)) Must.Be((name == "Maximum" ? most : least) / 4.0, total, $"with quarters of the weights, the total of {name}");
    }

    [Law]
    public static void Ints_add_up_beyond_int(WeightedGraph graph)
    {
        var ints = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = int.MaxValue - Math.Abs(edge.Weight % 1000) })] });
        var (least, most) = (TKruskal.Forest(ints.Vertices, ints.Copy()).Total, TMaximum.Forest(ints.Vertices, ints.Copy()).Total);
        var edges = Array.ConvertAll(ints.Edges, edge => (edge.U, edge.V, (int)edge.Weight));
        foreach (var (name, total) in Totals<int, long>(ints.Vertices, edges)) Must.Be(name == "Maximum" ? most : least, total, $"the total of {name}");
        if (least <= int.MaxValue) return;
        foreach (var forest in Forests<int, int>()) Must.Throw<OverflowException>(() => forest(ints.Vertices, edges), $"a total of {least} as int");
    }

    [Law]
    public static void A_list_and_a_span_say_what_an_array_says(WeightedGraph graph)
    {
        var near = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = edge.Weight % (1L << 40) })] });
        List<(int U, int V, long Weight)> list = [.. near.Edges, .. near.Edges];
        list.RemoveRange(near.Edges.Length, near.Edges.Length); // what lies behind its end does not count
        Span<(int U, int V, long Weight)> span = near.Copy();
        var (vertices, array) = (near.Vertices, near.Copy());
        Must.Be(SpanningForests<long, long>.Kruskal(vertices, array).Edges, SpanningForests<long, long>.Kruskal(vertices, list).Edges, "Kruskal of a list");
        Must.Be(SpanningForests<long, long>.Prim(vertices, array).Edges, SpanningForests<long, long>.Prim(vertices, list).Edges, "Prim of a list");
        Must.Be(SpanningForests<long, long>.Boruvka(vertices, array).Edges, SpanningForests<long, long>.Boruvka(vertices, list).Edges, "Boruvka of a list");
        Must.Be(SpanningForests<long, long>.Maximum(vertices, array).Edges, SpanningForests<long, long>.Maximum(vertices, list).Edges, "Maximum of a list");
        Must.Be(SpanningForests<long, long>.Kruskal(vertices, array).Edges, SpanningForests<long, long>.Kruskal(vertices, span).Edges, "Kruskal of a span");
        Must.Be(near.Edges, list, "the list that was handed over");
    }

    [Law]
    public static void Weights_that_are_not_finite_throw_and_so_does_a_total_that_is_not(WeightedGraph graph, int at)
    {
        var edges = Array.ConvertAll(graph.Edges, edge => (edge.U, edge.V, edge.Weight / 4.0));
        foreach (var forest in Forests<double, double>())
        {
            foreach (double weight in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
            {
                List<(int U, int V, double Weight)> with = [.. edges];
                with.Insert(Math.Abs(at % (edges.Length + 1)), (0, 0, weight));
                Must.Throw<ArgumentException>(() => forest(Math.Max(graph.Vertices, 1), [.. with]), $"an edge of weight {weight}");
            }
            Must.Throw<OverflowException>(() => forest(3, [(0, 1, double.MaxValue), (1, 2, double.MaxValue)]), "a total of twice the largest double");
        }
        foreach (var forest in Forests<double, long>()) Must.Throw<NotSupportedException>(() => forest(1, []), "a total of doubles as long");
    }

    private static (string Name, TTotal Total)[] Totals<TWeight, TTotal>(int vertices, (int U, int V, TWeight Weight)[] edges)
        where TWeight : INumber<TWeight>, IMinMaxValue<TWeight> where TTotal : INumber<TTotal> =>
        [.. Forests<TWeight, TTotal>().Zip((string[])["Kruskal", "Prim", "Boruvka", "Maximum"], (forest, name) => (name, forest(vertices, edges).Total))];

    private static Func<int, (int U, int V, TWeight Weight)[], (int[] Edges, TTotal Total)>[] Forests<TWeight, TTotal>()
        where TWeight : INumber<TWeight>, IMinMaxValue<TWeight> where TTotal : INumber<TTotal> =>
        [
            (vertices, edges) => SpanningForests<TWeight, TTotal>.Kruskal(vertices, edges),
            (vertices, edges) => SpanningForests<TWeight, TTotal>.Prim(vertices, edges),
            (vertices, edges) => SpanningForests<TWeight, TTotal>.Boruvka(vertices, edges),
            (vertices, edges) => SpanningForests<TWeight, TTotal>.Maximum(vertices, edges),
        ];
}

public sealed class SpanningForestsBesideTheKatasTests : SpanningForestsLaws<Kruskal, MaximumSpanningForest>;

/// <summary>The variants as the katas' contracts want them.</summary>
public abstract class KruskalOfLongs : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpanningForests<long, long>.Kruskal(vertices, edges);
}

public abstract class PrimOfLongs : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpanningForests<long, long>.Prim(vertices, edges);
}

public abstract class BoruvkaOfLongs : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpanningForests<long, long>.Boruvka(vertices, edges);
}

public abstract class MaximumOfLongs : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpanningForests<long, long>.Maximum(vertices, edges);
}
