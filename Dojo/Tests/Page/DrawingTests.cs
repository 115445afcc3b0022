using System.Text.RegularExpressions;
using System.Xml.Linq;
using Etudes.Engine;
using Xunit;
using static Etudes.Dojo.Marks;

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
    public void Of_two_grids_the_first_numbers_that_differ_are_marked()
    {
        var broken = new Verdict(Outcome.Broken, "") { Expected = new("", new GridShape([[1, 2], [3, 4]], [])), Actual = new("", new GridShape([[1, 2], [5, 6]], [])) };
        Assert.All(Figure.Of(broken), figure => Assert.Single(OfKind(figure.Frames[0].ToSvg("", ""), "mark")));
    }

    [Fact]
    public void The_legend_tells_of_the_marks_that_occur_and_of_no_other()
    {
        Assert.Equal("triangle: the first difference \u00b7 dashes: an item is missing", Legend.Of(Drawing.Of(new SequenceShape(["1"], [1]))));
        Assert.Equal("", Legend.Of(Drawing.Of(new SequenceShape(["1"], []))));
        var graph = new GraphShape(2, Directed: false, [new(0, 1, "long.MinValue")], [0]);
        Assert.Equal("thick: chosen \u00b7 min = long.MinValue", Legend.Of([GraphDrawing.Of(graph, graph.Chosen!)]));
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
    public void Each_map_that_has_a_box_is_drawn_and_each_box_is_told()
    {
        var drawn = Only(new BoxesShape(1, 2, [new(0, 0, 1, 0.5), new(5, 0, 2.5, 1, Map: 1)], [[1, 2], [3, 4]]));
        Assert.Equal(["1", "2", "3", "4"], Texts(drawn, "item"));
        Assert.Equal(["map 0", "map 1", "box 0: x 0 to 1, y 0 to 0.5, map 0", "box 1: x 5 to 2.5, y 0 to 1, map 1, off the map"], Texts(drawn, "word"));
    }

    [Fact]
    public void Bins_that_have_moved_lie_where_they_have_moved_to()
    {
        var drawn = Only(new BoxesShape(2, 2, [new(0, 0, 2, 2)], BinsWide: 2, Bins: [new(0.5, 0, 1.5, 2), new(1, 0, 2, 2)]));
        Assert.Equal(["rect", "rect"], OfKind(drawn, "bin").Select(bin => bin.Name.LocalName));
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

    private static XElement Only(Shape shape) => Drawing.Of(shape).Single().ToSvg("", "");

    [GeneratedRegex("NaN|Infinity|∞|E[+-]")]
    private static partial Regex NoNumber();
}
