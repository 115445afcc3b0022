using Etudes.Engine;
using Xunit;
using static Etudes.Dojo.Marks;

namespace Etudes.Dojo;

/// <summary>Graphs as SVG: what is wrong with the chosen edges, and with the words at the vertices.</summary>
public class GraphDrawingTests
{
    [Fact]
    public void A_cycle_of_chosen_edges_is_marked_and_no_other_edge()
    {
        GraphShape graph = Graph(4, [(0, 1), (1, 2), (2, 0), (2, 3)], chosen: [0, 3, 1, 2]);
        var wrong = ChosenEdges.Of(graph);
        Assert.Equal([0, 1, 2], wrong.Cycle.Order());
        Assert.Equal("a cycle, closed by 2-0:0", wrong.Words(graph));
        var drawn = GraphDrawing.Of(graph, graph.Chosen!, wrong).ToSvg("", "");
        Assert.Equal((2, 1, 1), (OfKind(drawn, "cycle").Count(), OfKind(drawn, "closing").Count(), OfKind(drawn, "edge").Count(edge => edge.Attribute("class")!.Value == "edge chosen")));
    }

    [Fact]
    public void What_the_choice_leaves_apart_is_marked()
    {
        GraphShape graph = Graph(3, [(0, 1), (1, 2)], chosen: [0]);
        var wrong = ChosenEdges.Of(graph);
        Assert.Equal((0, 1), (wrong.Cycle.Count, wrong.Missing));
        Assert.Equal("1 and 2 are not connected", wrong.Words(graph));
        Assert.Single(OfKind(GraphDrawing.Of(graph, graph.Chosen!, wrong).ToSvg("", ""), "apart"));
    }

    [Fact]
    public void A_self_loop_is_a_cycle() => Assert.Equal("a self-loop at 1", ChosenEdges.Of(Graph(2, [(1, 1)], [0])).Words(Graph(2, [(1, 1)], [0])));

    [Fact]
    public void A_right_forest_has_nothing_wrong() => Assert.Equal("", ChosenEdges.Of(Graph(3, [(0, 1), (1, 2), (0, 2)], [0, 1])).Words(Graph(3, [(0, 1)], [0])));

    [Fact]
    public void A_forest_that_is_too_heavy_has_its_worst_edge_marked_and_the_better_one()
    {
        GraphShape graph = Graph(3, [(0, 1), (1, 2), (0, 2)], [0, 1]) with { Swap = new(1, 2) };
        var wrong = ChosenEdges.Of(graph);
        Assert.Equal("1-2:0 where 0-2:0 would do", wrong.Words(graph));
        var drawn = GraphDrawing.Of(graph, graph.Chosen!, wrong).ToSvg("", "");
        Assert.Equal(["edge chosen", "edge chosen worse", "edge better"], OfKind(drawn, "edge").Select(edge => edge.Attribute("class")!.Value));
    }

    [Fact]
    public void What_was_answered_of_the_vertices_stands_beside_what_is_right_and_the_first_difference_is_marked()
    {
        GraphShape graph = Graph(3, [(0, 1)], chosen: null) with { From = 1, Notes = ["none", "0", "none"], Found = ["none", "0", "5"] };
        var figures = Figure.Of(Broken(graph));
        Assert.Equal(["roads, right from 1", "roads, yours, wrong at 2"], figures.Select(figure => figure.Caption));
        Assert.Equal([["none", "0", "none"], ["none", "0", "5"]], figures.Select(figure => Texts(figure.Frames[0].ToSvg("", ""), "note")));
        Assert.Equal(["5"], Texts(figures[1].Frames[0].ToSvg("", ""), "wrong"));
        Assert.Equal("roads, right from 1", Figure.Of(Broken(graph with { Found = ["none", "0", ""] })).Single().Caption); // nothing is known to be wrong
    }

    [Fact]
    public void Parallel_edges_loops_and_both_directions_run_apart()
    {
        var graph = Graph(2, [(0, 1), (0, 1), (1, 0), (1, 1), (1, 1)], chosen: null);
        var paths = OfKind(GraphDrawing.Of(graph, []).ToSvg("", ""), "edge").Select(edge => edge.Attribute("d")!.Value).ToArray();
        Assert.Equal(5, paths.Distinct().Count());
    }

    [Fact]
    public void Of_a_large_graph_the_vertices_of_what_is_wrong_are_drawn()
    {
        GraphShape graph = Graph(40, [.. Enumerable.Range(0, 39).Select(v => (v, v + 1)), (37, 39)], chosen: [.. Enumerable.Range(0, 40)]);
        var drawing = GraphDrawing.Of(graph, graph.Chosen!, ChosenEdges.Of(graph));
        Assert.Equal("12 of 40 vertices", drawing.Cut);
        Assert.Subset(Texts(drawing.ToSvg("", ""), "item").ToHashSet(), new HashSet<string> { "37", "38", "39" });
    }

    [Theory]
    [InlineData("12345678", "12345678")]
    [InlineData("1152921504606846977", "2^60+1")]
    [InlineData("-1152921504606846975", "-2^60+1")]
    [InlineData("4611686018427387904", "2^62")]
    [InlineData("long.MaxValue - 3", "max-3")]
    [InlineData("1234567890123", "1234\u2026123")]
    [InlineData("no number", "no number")]
    public void A_long_number_is_written_in_few_letters(string number, string letters) => Assert.Equal(letters, ShortNumber.Of(number));

    private static Verdict Broken(Shape shape) => new(Outcome.Broken, "") { Arguments = [new("roads", "", shape)] };

    private static GraphShape Graph(int vertices, (int U, int V)[] edges, int[]? chosen) => new(vertices, Directed: false, [.. edges.Select(edge => new EdgeShape(edge.U, edge.V, "0"))], chosen);
}
