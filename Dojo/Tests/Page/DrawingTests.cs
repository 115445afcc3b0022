using System.Text.RegularExpressions;
using System.Xml.Linq;
using Etudes.Engine;
using Xunit;

namespace Etudes.Dojo;

/// <summary>Shapes as SVG: what is marked, what is left out, and that nothing breaks a drawing.</summary>
public partial class DrawingTests
{
    [Fact]
    public void The_first_difference_is_marked_and_a_missing_item_is_an_empty_box_of_dashes()
    {
        var drawn = Only(new SequenceShape(["1", "3"], [2]));
        Assert.Equal(["1", "3", ""], Texts(drawn, "item"));
        Assert.Equal("box mark missing", drawn.Descendants().Last(part => part.Name.LocalName == "rect").Attribute("class")!.Value);
        Assert.Single(OfKind(drawn, "pointer"));
    }

    [Fact]
    public void Of_a_long_sequence_the_part_with_the_mark_is_drawn_and_it_says_so()
    {
        var drawing = Drawing.Of(new SequenceShape([.. Enumerable.Range(1000, 300).Select(i => $"{i}")], [200]))[0];
        Assert.Contains("1200", Texts(drawing.ToSvg("", ""), "item"));
        Assert.Matches(@"^196 to \d+ of 300 items$", drawing.Cut);
        Assert.True(drawing.Width < 700);
    }

    [Fact]
    public void Each_step_has_a_drawing_with_what_is_held_as_tree_and_array()
    {
        var frames = Drawing.Of(new StepsShape([new("push 2", ["2"]), new("push 1", ["1", "2"]), new("pop", null)], AsHeap: true));
        Assert.Equal(3, frames.Count);
        Assert.Equal(["push 2", "push 1", "pop", "1", "2", "1", "2"], Texts(frames[1].ToSvg("", ""), "item"));
        Assert.Equal("should be held before pop", Texts(frames[2].ToSvg("", ""), "word").Single());
        Assert.Single(OfKind(frames[1].ToSvg("", ""), "edge"));
    }

    [Fact]
    public void A_cycle_of_chosen_edges_is_marked_and_no_other_edge()
    {
        GraphShape graph = Graph(4, [(0, 1), (1, 2), (2, 0), (2, 3)], chosen: [0, 3, 1, 2]);
        var wrong = ChosenEdges.Of(graph);
        Assert.Equal([0, 1, 2], wrong.Cycle.Order());
        Assert.Equal("a cycle", wrong.Words(graph));
        Assert.Equal(3, OfKind(GraphDrawing.Of(graph, graph.Chosen!, wrong).ToSvg("", ""), "cycle").Count());
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

    [Fact]
    public void Of_a_large_grid_the_part_with_the_mark_is_drawn()
    {
        var drawing = Drawing.Of(new GridShape([.. Enumerable.Range(0, 30).Select(row => (double[])[.. Enumerable.Range(row * 100, 40)])], [new(20, 35)]))[0];
        Assert.Equal("rows 14 to 25 of 30, columns 28 to 39 of 40", drawing.Cut);
        Assert.Contains("2035", Texts(drawing.ToSvg("", ""), "item"));
    }

    [Fact]
    public void A_mask_lies_over_what_it_hides() => Assert.Single(OfKind(Only(new GridShape([[1, 2]], [], Block: 1, [new(0, 1)])), "hidden"));

    [Fact]
    public void A_box_has_its_bins_and_one_off_the_map_stays_in_the_drawing()
    {
        var drawn = Only(new BoxesShape(2, 2, [new(0, 0, 2, 2), new(-1e6, 1, 1e6, 1), new(double.NaN, 0, 0, double.PositiveInfinity)], [[1, 2], [3, 4]], BinsHigh: 2, BinsWide: 3));
        Assert.Equal(2, OfKind(drawn, "region").Count());
        Assert.Equal(1 + 2 + 1, OfKind(drawn, "bin").Count()); // those of the second that lie in sight
        MustBeFinite(drawn);
    }

    [Fact]
    public void What_an_item_says_is_text() =>
        Assert.Contains("&lt;script&gt;\\u0007", Only(new SequenceShape(["<script>\a"], [])).ToString());

    [Fact]
    public void Every_input_can_be_drawn()
    {
        MustBeDrawn<Values>();
        MustBeDrawn<Streams>();
        MustBeDrawn<Steps<Op>>();
        MustBeDrawn<WeightedGraph>();
        MustBeDrawn<Digraph>();
    }

    public enum Op { [Takes(Operand.Number)] Push, Pop }

    private static void MustBeDrawn<T>() where T : IInput<T>
    {
        int drawn = 0;
        foreach (var input in FsCheck.Fluent.Gen.Sample(T.Generator, 50, 100))
        {
            if (Shown.Of(input).Shape is not { } shape) continue;
            foreach (var drawing in Drawing.Of(shape)) MustBeFinite(drawing.ToSvg("", ""));
            drawn++;
        }
        Assert.True(drawn > 20);
    }

    private static void MustBeFinite(XElement drawn) =>
        Assert.DoesNotContain(drawn.DescendantsAndSelf().Attributes(), attribute => attribute.Name != "aria-label" && NoNumber().IsMatch(attribute.Value));

    private static GraphShape Graph(int vertices, (int U, int V)[] edges, int[]? chosen) => new(vertices, Directed: false, [.. edges.Select(edge => new EdgeShape(edge.U, edge.V, "0"))], chosen);

    private static XElement Only(Shape shape) => Drawing.Of(shape).Single().ToSvg("", "");

    private static IEnumerable<XElement> OfKind(XElement drawn, string kind) => drawn.Descendants().Where(part => part.Attribute("class")?.Value.Split(' ').Contains(kind) == true);

    private static string[] Texts(XElement drawn, string kind) => [.. OfKind(drawn, kind).Select(text => text.Value)];

    [GeneratedRegex("NaN|Infinity|∞|E[+-]")]
    private static partial Regex NoNumber();
}
