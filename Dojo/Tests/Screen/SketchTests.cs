using Etudes.Engine;
using Xunit;

namespace Etudes.Dojo;

/// <summary>Small counterexamples in letters.</summary>
public class SketchTests
{
    [Fact]
    public void A_heap_is_a_tree() => Assert.Equal(
        """
         should be held before pop:
                 1
               /   \
             2       3
            /
          10
        """.ReplaceLineEndings("\n"),
        Sketched(new StepsShape([new("push 3", ["1", "2", "3", "10"]), new("pop", null)], AsHeap: true)));

    [Fact]
    public void A_graph_has_a_line_per_edge_and_double_ones_are_chosen() => Assert.Equal(
        """
         0     1     2
         o==5==o
         o-----7-----o
               o 0, a self-loop
         = chosen by your answer
        """.ReplaceLineEndings("\n"),
        Sketched(new GraphShape(3, Directed: false, [new(0, 1, "5"), new(2, 0, "7"), new(1, 1, "0")], [0])));

    [Fact]
    public void A_directed_edge_has_its_head() => Assert.Equal(
        " 0     1\n o--5->o\n o<-7--o",
        Sketched(new GraphShape(2, Directed: true, [new(0, 1, "5"), new(1, 0, "7")], null)));

    [Fact]
    public void Two_grids_stand_side_by_side_and_the_difference_in_brackets()
    {
        Shown Grid(params double[][] rows) => new("", new GridShape(rows, [new(1, 0)]));
        var verdict = new Verdict(Outcome.Broken, "law") { Expected = Grid([1, 2], [0.25, 4]), Actual = Grid([1, 2], [-3, 4]) };
        Assert.Equal([" should be       is", "     1     2       1   2", " [0.25]    4     [-3]  4"], Sketch.Of(verdict, 80));
    }

    [Theory]
    [InlineData(7, 3, 80)]
    [InlineData(3, 11, 80)]
    [InlineData(3, 3, 12)]
    public void What_is_large_or_has_no_room_is_left_to_the_words(int vertices, int edges, int width) => Assert.Empty(Sketch.Of(
        Broken(new GraphShape(vertices, Directed: false, [.. Enumerable.Repeat(new EdgeShape(0, 1, "0"), edges)], null)), width));

    private static string Sketched(Shape shape) => string.Join('\n', Sketch.Of(Broken(shape), 80));

    private static Verdict Broken(Shape shape) => new(Outcome.Broken, "law") { Arguments = [new("input", "", shape)] };
}
