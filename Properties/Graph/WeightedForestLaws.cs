using System.Numerics;

namespace Etudes.Graph;

/// <summary>The one member by which shared laws know an answer; each law class passes it on to the contract of its kata.</summary>
public interface IForestSolver
{
    /// <summary>A spanning forest, as indices into the edges, and its total weight.</summary>
    static abstract (int[] Edges, long Total) Solve(int vertices, (int U, int V, long Weight)[] edges);

    /// <summary>1 where the lightest forest is looked for, -1 where the heaviest is.</summary>
    static virtual int Sign => 1;
}

/// <summary>What holds of every spanning forest with its total, of the lightest and of the heaviest alike.</summary>
/// <typeparam name="TSelf">The law class that inherits these laws, itself generic over the answer.</typeparam>
public abstract class WeightedForestLaws<TSelf> where TSelf : IForestSolver
{
    [Law]
    public static void The_edges_close_no_cycle(WeightedGraph graph)
    {
        var forest = Forest(graph).Edges;
        for (int k = 0; k < forest.Length; k++)
        {
            var before = forest[..k];
            var (u, v, _) = graph.Edges[forest[k]];
            string edge = Words(graph, forest[k]);
            Must.Hold(u != v, $"the forest has the self-loop {edge}");
            Must.Hold(!before.Contains(forest[k]), $"the forest has edge {forest[k]}, {edge}, twice");
            var joined = graph.Components(before);
            Must.Hold(joined[u] != joined[v], $"{edge} closes a cycle with {Words(graph, before)}");
        }
    }

    [Law]
    public static void What_the_edges_connect_the_forest_connects(WeightedGraph graph)
    {
        var forest = Forest(graph).Edges;
        int[] whole = graph.Components(), kept = graph.Components(forest);
        for (int v = 0; v < graph.Vertices; v++)
            Must.Hold(kept[v] == whole[v], $"{whole[v]} and {v} are connected, but not by the forest [{Words(graph, forest)}]");
    }

    [Law]
    public static void There_are_as_many_edges_as_vertices_minus_components(WeightedGraph graph) =>
        Must.Be(graph.Vertices - graph.ComponentCount, Forest(graph).Edges.Length, "the number of edges");

    [Law]
    public static void The_total_is_the_sum_of_the_chosen_weights(WeightedGraph graph)
    {
        var (forest, total) = Forest(graph);
        Must.Be(Sum(graph.Edges, forest), total, $"Total of [{Words(graph, forest)}]");
    }

    [Law]
    public static void A_single_edge_is_taken_whatever_its_weight()
    {
        foreach (long weight in (long[])[long.MinValue, long.MinValue + 1, -1, 0, 1, long.MaxValue - 1, long.MaxValue])
        {
            var single = Given.As("graph", new WeightedGraph(2, [(0, 1, weight)]));
            Must.Be(weight, Forest(single).Total, $"Total of {single}");
        }
    }

    [Law]
    public static void Relabelling_the_vertices_and_shuffling_the_edges_keeps_the_total(WeightedGraph graph, int shuffle)
    {
        var random = new Random(shuffle);
        int[] names = [.. Enumerable.Range(0, graph.Vertices)];
        random.Shuffle(names);
        (int U, int V, long Weight)[] edges = [.. graph.Edges.Select(edge => random.Next(2) == 0
            ? (names[edge.U], names[edge.V], edge.Weight) : (names[edge.V], names[edge.U], edge.Weight))];
        random.Shuffle(edges);
        long total = Forest(graph).Total;
        var other = Given.As(nameof(graph), graph with { Edges = edges });
        Must.Be(total, Forest(other).Total, $"Total of the same graph written as {other}");
    }

    [Law]
    public static void Adding_a_constant_to_all_weights_adds_it_once_for_each_edge_of_the_forest(WeightedGraph graph, long constant)
    {
        // Far from the ends of 64 bits, and the weights do not matter otherwise.
        var near = Given.As(nameof(graph), graph with { Edges = [.. graph.Edges.Select(edge => edge with { Weight = edge.Weight % (1L << 50) })] });
        long expected = constant * (graph.Vertices - graph.ComponentCount) + Forest(near).Total;
        var moved = Given.As(nameof(graph), near with { Edges = [.. near.Edges.Select(edge => edge with { Weight = edge.Weight + constant })] });
        Must.Be(expected, Forest(moved).Total, $"Total of {moved}");
    }

    [Law]
    public static void The_input_is_left_alone(WeightedGraph graph)
    {
        var copy = graph.Copy();
        TSelf.Solve(graph.Vertices, copy);
        Must.LeaveAlone(graph.Edges, copy);
    }

    [Law]
    public static void A_later_call_leaves_an_earlier_forest_alone(WeightedGraph graph)
    {
        var (forest, _) = TSelf.Solve(graph.Vertices, graph.Copy());
        int[] kept = Must.Read(forest, "Edges");
        TSelf.Solve(graph.Vertices, [.. graph.Edges.Reverse()]);
        Must.Be(kept, forest, "after a call with the edges in the opposite order, the Edges of before");
    }

    [Law(MaxTest = 2, BeyondExamples = true)]
    public static void A_dense_graph_gets_its_forest_however_many_bits_the_weights_have(DenseGraph graph)
    {
        foreach (var dense in graph.OfEachWidth())
        {
            var (count, best) = Given.As(nameof(graph), dense).Best(TSelf.Sign);
            if (best != (long)best)
            {
                Must.Throw<OverflowException>(() => TSelf.Solve(dense.Vertices, dense.Copy()), "the forest");
                continue;
            }
            var (forest, total) = Forest(dense);
            Must.Be((count, best), (forest.Length, (Int128)total), "the number of edges and Total");
            Must.Be(best, Sum(dense.Edges, forest), "the sum of the weights of Edges");
        }
    }

    [Law(MaxTest = 1, BeyondExamples = true)]
    public static void A_hundred_thousand_trees_are_soon_done()
    {
        const int Trees = 100_000;
        Given.As("graph", $"{2 * Trees} vertices, edges 2 i to 2 i + 1 of weight i");
        (int, int, long Weight)[] edges = [.. Enumerable.Range(0, Trees).Select(i => (2 * i, 2 * i + 1, (long)i))];
        var (forest, total) = TSelf.Solve(2 * Trees, edges);
        Must.Be(Trees, Must.Read(forest, "Edges").Distinct().Count(), "the number of different edges");
        Must.Be(edges.Sum(edge => edge.Weight), total, "Total");
    }

    [LargeLaw(200_000)]
    public static void Two_hundred_thousand_vertices_are_soon_done(LargeGraph graph)
    {
        var edges = graph.Edges();
        var (forest, total) = TSelf.Solve(graph.Vertices, edges);
        Must.Be(Sum(edges, Must.Read(forest, "Edges")), total, "Total");
        var (count, best) = new WeightedGraph(graph.Vertices, edges).Best(TSelf.Sign);
        Must.Be(count, forest.Distinct().Count(), "the number of different edges");
        Must.Be(best, total, "Total");
    }

    /// <summary>What the answer gives for a copy of the graph, read once; every index is that of
    /// an edge.</summary>
    protected static (int[] Edges, long Total) Forest(WeightedGraph graph)
    {
        var (edges, total) = TSelf.Solve(graph.Vertices, graph.Copy());
        edges = Must.Read(edges, "Edges");
        graph.Choose(edges, TSelf.Sign);
        foreach (int i in edges)
            Must.Hold(0 <= i && i < graph.Edges.Length, $"Edges should hold indices of {graph.Edges.Length} edges but holds {i}");
        return (edges, total);
    }

    /// <summary>The oracle: the totals of all spanning forests, by trying every subset of the edges.</summary>
    protected static IEnumerable<long> TotalsOfAllForests(SmallGraph graph)
    {
        int components = graph.ComponentCount;
        return from subset in Enumerable.Range(0, 1 << graph.Edges.Length)
               where BitOperations.PopCount((uint)subset) == graph.Vertices - components
               let chosen = Enumerable.Range(0, graph.Edges.Length).Where(i => (subset >> i & 1) == 1).ToArray()
               // n - components edges that leave no more components than all edges do close no cycle.
               where graph.Components(chosen).Distinct().Count() == components
               select chosen.Sum(i => graph.Edges[i].Weight);
    }

    /// <summary>The edges across the cut that a chosen edge bridges: its removal leaves their ends apart.</summary>
    protected static IEnumerable<int> Across(WeightedGraph graph, int[] forest, int chosen)
    {
        var side = graph.Components(forest.Where(i => i != chosen));
        int near = side[graph.Edges[chosen].U], far = side[graph.Edges[chosen].V];
        return from i in Enumerable.Range(0, graph.Edges.Length)
               let u = side[graph.Edges[i].U]
               let v = side[graph.Edges[i].V]
               where u != v && (u == near || u == far) && (v == near || v == far)
               select i;
    }

    /// <summary>Some edges of a graph in words: 0-1:5  1-2:-1.</summary>
    protected static string Words(WeightedGraph graph, params IEnumerable<int> edges) => Show.Join("  ", edges.Select(i => WeightedGraph.Word(graph.Edges[i])));

    /// <summary>The sum of some weights; an edge given twice must not make it overflow.</summary>
    protected static Int128 Sum((int U, int V, long Weight)[] edges, int[] forest) =>
        forest.Aggregate(Int128.Zero, (sum, i) => sum + edges[i].Weight);
}
