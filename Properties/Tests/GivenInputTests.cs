using System.Text.RegularExpressions;
using Etudes.Graph;
using Etudes.Heap;
using Xunit;

namespace Etudes.Engine;

/// <summary>Laws of the katas that change what was drawn: of an answer that throws the verdict shows what it was given.</summary>
public class GivenInputTests
{
    /// <summary>Right, but that it throws where a weight is very large, and what it throws for a wrong vertex is wrong.</summary>
    public sealed class ThrowsAtExtremes : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            Array.Exists(edges, edge => edge.Weight == long.MaxValue) ? throw new OverflowException()
            : vertices < 0 || Array.Exists(edges, edge => edge.U < 0) ? throw new IndexOutOfRangeException()
            : Kruskal.Forest(vertices, edges);
    }

    /// <summary>Right, but that it throws where an edge leads to a vertex of a smaller number.</summary>
    public sealed class ThrowsAtDescents : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            Array.Exists(edges, edge => edge.U > edge.V) ? throw new FormatException() : Kruskal.Forest(vertices, edges);
    }

    public sealed class TakesAnyK : ITopK
    {
        public static int[] Largest(IEnumerable<int> stream, int k) => k < 0 ? throw new FormatException() : TopK.Largest(stream, k);
    }

    public sealed class TakesAnyVertex : IBottleneckPath<TakesAnyVertex>
    {
        public static TakesAnyVertex Of(int vertices, (int U, int V, long Weight)[] edges)
        {
            BottleneckPath.Of(vertices, edges);
            return new();
        }

        public long? Between(int u, int v) => u < 0 || v < 0 ? throw new FormatException() : null;
    }

    [Fact]
    public void An_added_path_is_shown() => Assert.Matches(@"graph = \d+ vert.+:long.MaxValue .+:long.MinValue",
        Input<KruskalProperties<ThrowsAtExtremes>>("A_total_within_64_bits_is_right_though_partial_sums_are_beyond"));

    [Fact]
    public void Extreme_weights_are_shown() => Assert.Equal("graph = 2 vertices, 0-1:long.MaxValue",
        Input<KruskalProperties<ThrowsAtExtremes>>("A_single_edge_is_taken_whatever_its_weight"));

    [Fact]
    public void An_impossible_graph_is_shown() => Assert.Equal("graph = -1 vertices",
        Input<KruskalProperties<ThrowsAtExtremes>>("A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws"));

    [Fact]
    public void A_relabelled_graph_is_shown()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            string input = Input<KruskalProperties<ThrowsAtDescents>>("Relabelling_the_vertices_and_shuffling_the_edges_keeps_the_total", seed);
            Assert.Contains(Regex.Matches(input, @"(\d+)-(\d+):"), edge => int.Parse(edge.Groups[1].Value) > int.Parse(edge.Groups[2].Value));
        }
    }

    [Fact]
    public void A_negative_k_is_shown() => Assert.Equal("stream = [], k = -1", Input<TopKProperties<TakesAnyK>>("A_negative_k_throws"));

    [Fact]
    public void Vertices_that_were_asked_for_are_shown() => Assert.Matches(@"^graph = \d+ vert\S+, u, v = \(-1, 0\)$",
        Input<BottleneckPathProperties<TakesAnyVertex>>("A_query_outside_the_range_is_refused_and_changes_no_answer"));

    private static string Input<TLaws>(string law, int seed = 0)
    {
        var verdict = LawRunner.Run(Law.Of(typeof(TLaws)).Single(one => one.Name == law), Start.FromSeed(seed));
        return string.Join(", ", verdict.Arguments.Select(argument => $"{argument.Name} = {argument.Text}"));
    }
}
