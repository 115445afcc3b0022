namespace Etudes.Graph;

/// <summary>The laws of every minimum spanning forest, and what choosing in rounds is most likely to get wrong.</summary>
public abstract class BoruvkaProperties<T> : MinimumSpanningForestLaws<BoruvkaProperties<T>>, IForestSolver where T : IBoruvka
{
    public static (int[] Edges, long Total) Solve(int vertices, (int U, int V, long Weight)[] edges) => T.Forest(vertices, edges);

    [Law]
    public static void Equal_weights_make_no_cycle(WeightedGraph graph, long weight)
    {
        var equal = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = weight })] });
        int size = graph.Vertices - graph.ComponentCount;
        var (forest, total) = Forest(equal);
        Must.Be(size, forest.Length, $"the number of edges of {equal}");
        Must.Be(size * weight, total, $"Total of {equal}");
    }

    [Law]
    public static void The_only_lightest_edge_at_a_vertex_is_in_the_forest(WeightedGraph graph)
    {
        var forest = Forest(graph).Edges;
        for (int v = 0; v < graph.Vertices; v++)
        {
            var leaving = Enumerable.Range(0, graph.Edges.Length)
                .Where(i => graph.Edges[i].U != graph.Edges[i].V && (graph.Edges[i].U == v || graph.Edges[i].V == v))
                .OrderBy(i => graph.Edges[i].Weight).Take(2).ToArray();
            if (leaving is [var only] || leaving is [var one, var next] && graph.Edges[one].Weight < graph.Edges[next].Weight)
                Must.Hold(forest.Contains(leaving[0]), $"{Words(graph, leaving[0])} is the lightest edge at {v}, but not in the forest");
        }
    }
}

public sealed class BoruvkaTests : BoruvkaProperties<Boruvka>;
