using System.Text.Json;
using Xunit;

namespace Etudes.Engine;

/// <summary>What can be drawn of inputs and verdicts, as it crosses the pipe.</summary>
public class ShapeTests
{
    private const int Pictures = 200;

    public enum Op { [Takes(Operand.Number)] Push, Pop }

    [Fact]
    public void A_list_of_numbers_is_a_sequence() => Assert.Equal("""{"kind":"sequence","items":["3","1"],"marked":[]}""", Json(new Values([3, 1]).Shape));

    [Fact]
    public void Steps_have_their_words_and_what_the_model_holds_after_each_that_was_played()
    {
        var steps = new Steps<Op>([new(Op.Push, 3, 0), new(Op.Push, 1, 0), new(Op.Pop, 0, 0)]);
        Assert.Equal("""{"kind":"steps","steps":[{"text":"push 3","held":null},{"text":"push 1","held":null},{"text":"pop","held":null}],"asHeap":false}""", Json(steps.Shape));
        List<int> model = [];
        foreach (var step in steps.Played(() => model.Order(), asHeap: true))
        {
            if (step.Op == Op.Pop) break;
            model.Add(step.First);
        }
        Assert.Equal("""{"kind":"steps","steps":[{"text":"push 3","held":["3"]},{"text":"push 1","held":["1","3"]},{"text":"pop","held":null}],"asHeap":true}""", Json(steps.Shape));
    }

    [Fact]
    public void A_graph_has_its_edges_and_those_that_an_answer_has_chosen()
    {
        var graph = new WeightedGraph(3, [(0, 1, long.MaxValue), (2, 2, -1)]);
        graph.Choose([1, 1, 7], sign: 1);
        Assert.Equal("""{"kind":"graph","vertices":3,"directed":false,"edges":[{"u":0,"v":1,"weight":"long.MaxValue"},{"u":2,"v":2,"weight":"-1"}],"chosen":[1],"right":[0],"swap":null,"from":null,"notes":null,"found":null}""", Json(graph.Shape));
    }

    [Fact]
    public void Of_a_graph_that_is_made_of_another_nothing_is_chosen_yet()
    {
        var graph = new SmallGraph(2, [(0, 1, 5)]);
        graph.Choose([0], sign: 1);
        var outside = graph with { Edges = [.. graph.Edges, (0, 2, 0)] };
        Assert.Equal(Json(new SmallGraph(2, outside.Edges).Shape), Json(outside.Shape));
    }

    [Fact]
    public void A_forest_that_is_too_heavy_has_its_worst_edge_and_a_better_one()
    {
        var graph = new WeightedGraph(3, [(0, 1, 5), (1, 2, 7), (2, 0, 1), (1, 2, 6)]);
        foreach (var (chosen, sign, swap) in ((int[], int, SwapShape?)[])[([0, 1], 1, new(1, 2)), ([0, 2], 1, null), ([0, 2], -1, new(2, 1)), ([0, 1], -1, null), ([0], 1, null)])
        {
            graph.Choose(chosen, sign);
            Assert.Equal(swap, ((GraphShape)graph.Shape!).Swap);
        }
    }

    [Fact]
    public void At_the_vertices_stands_what_is_right_and_what_was_answered_so_far()
    {
        var roads = new Roads(2, [(0, 1, 4)]);
        int asked = 0;
        roads.Note(new(1, v => v == 1 ? "0" : VertexNotes.Word(null), v => v < asked ? "7" : ""));
        asked = 1;
        Assert.EndsWith("\"from\":1,\"notes\":[\"none\",\"0\"],\"found\":[\"7\",\"\"]}", Json(roads.Shape));
    }

    [Fact]
    public void An_edge_without_a_weight_has_an_empty_one() => Assert.Equal("""{"kind":"graph","vertices":2,"directed":true,"edges":[{"u":1,"v":0,"weight":""}],"chosen":null,"right":null,"swap":null,"from":null,"notes":null,"found":null}""", Json(new Arrows(2, [(1, 0)]).Shape));

    [Fact]
    public void Sorted_streams_are_rows_of_numbers() => Assert.Equal("""{"kind":"streams","streams":[["0","2"],[],["1"]]}""", Json(new Streams([[0, 2], [], [1]]).Shape));

    [Fact]
    public void A_grid_has_numbers_that_are_none() => Assert.Equal("""{"kind":"grid","rows":[["NaN","-Infinity"]],"marked":[{"row":0,"column":1}],"block":0,"hidden":null}""",
        Json(GridShape.Of([[double.NaN, double.NegativeInfinity]], new CellShape(0, 1))));

    [Fact]
    public void Sequences_that_differ_are_marked_where_they_do()
    {
        var broken = Assert.Throws<LawBroken>(() => Must.Be([1, 2, 3], new List<int> { 1, 3 }, "Sorted"));
        Assert.Equal(("[1, 2, 3]", "[1, 3]"), (broken.Expected!.Text, broken.Actual!.Text));
        Assert.Equal([1], ((SequenceShape)broken.Expected.Shape!).Marked);
        Assert.Equal([1], ((SequenceShape)broken.Actual.Shape!).Marked);
    }

    [Fact]
    public void What_takes_more_than_the_limit_is_left_out()
    {
        Assert.NotNull(new Values([.. Enumerable.Repeat(1, 900)]).Shape!.WithinLimit);
        Assert.Null(new Values([.. Enumerable.Repeat(1, 1100)]).Shape!.WithinLimit);
        Assert.Null(Shown.Of(Enumerable.Repeat(int.MinValue, 500)).Shape);
        Assert.Null(SequenceShape.Of(Enumerable.Repeat((object?)1, int.MaxValue)));
        Assert.Null(GridShape.Of(Enumerable.Repeat(new double[10], 1_000_000)));
    }

    [Fact]
    public void Every_input_is_drawn_within_the_limit_and_comes_back_from_its_json()
    {
        MustCross<Values>();
        MustCross<Streams>();
        MustCross<Steps<Op>>();
        MustCross<WeightedGraph>();
        MustCross<SmallGraph>();
        MustCross<Digraph>();
        MustCross<Arrows>();
        MustCross<Maze>();
    }

    private static void MustCross<T>() where T : IInput<T>
    {
        int drawn = 0;
        Seen<T>.Each(input =>
        {
            if (Shown.Of(input).Shape is not { } shape) return;
            string json = Json(shape);
            Assert.InRange(json.Length, 2, Shape.Limit);
            Assert.Equal(json, Json(JsonSerializer.Deserialize<Shape>(json, s_json)));
            drawn++;
        });
        Assert.InRange(drawn, Pictures, int.MaxValue);
    }

    public abstract class Seen<T> where T : IInput<T>
    {
        private static Action<T> s_see = _ => { };

        public static void Each(Action<T> see)
        {
            s_see = see;
            Assert.Equal(Outcome.Holds, LawRunner.Run(new Law(typeof(Seen<T>), typeof(Seen<T>).GetMethod(nameof(Sees))!), Start.FromSeed(0)).Outcome);
        }

        [Law]
        public static void Sees(T input) => s_see(input);
    }

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static string Json(Shape? shape) => JsonSerializer.Serialize(shape, s_json);

    [Fact]
    public void A_grid_whose_rows_differ_in_length_is_drawn_too() =>
        Assert.Equal([new CellShape(1, 0), new CellShape(1, 2)], Assert.IsType<GridShape>(new Maze(["..", "S.S", "."]).Shape).Marked);
}
