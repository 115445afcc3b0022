namespace Etudes.Graph;

/// <summary>The laws of every minimum spanning forest, and what growing trees from vertices is most likely to get wrong.</summary>
public abstract class PrimProperties<T> : MinimumSpanningForestLaws<PrimProperties<T>>, IForestSolver where T : IPrim
{
    public static (int[] Edges, long Total) Solve(int vertices, (int U, int V, long Weight)[] edges) => T.Forest(vertices, edges);

    [Law]
    public static void Two_graphs_side_by_side_get_the_sum_of_their_totals(WeightedGraph left, WeightedGraph right)
    {
        Int128 sum = (Int128)Forest(left).Total + Forest(right).Total;
        if (sum != (long)sum) return;
        int shift = left.Vertices;
        var both = Given.As("both", new WeightedGraph(shift + right.Vertices,
            [.. left.Edges, .. right.Edges.Select(edge => (edge.U + shift, edge.V + shift, edge.Weight))]));
        Must.Be((long)sum, Forest(both).Total, $"Total of {both}");
    }

    [Law(MaxTest = 1, BeyondExamples = true)]
    public static void A_million_vertices_without_an_edge_are_soon_done()
    {
        const int Vertices = 1_000_000;
        Given.As("graph", $"{Vertices} vertices and no edge");
        var (forest, total) = T.Forest(Vertices, []);
        Must.Be((0, 0L), (Must.Read(forest, "Edges").Length, total), "the number of edges and Total");
    }
}

public sealed class PrimTests : PrimProperties<Prim>;
