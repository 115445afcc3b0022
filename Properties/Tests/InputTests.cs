using Xunit;

namespace Etudes.Engine;

/// <summary>What laws are given: within the 300 cases of a law each kind of input that breaks wrong answers, and shrinking that ends.</summary>
public class InputTests
{
    private const int Seeds = 10;
    /// <summary>How many candidates of one input are looked at; all of them, but for long ones.</summary>
    private const int ShrinksOfOne = 500;

    public enum Op { [Takes(Operand.Number)] Add, [Takes(Operand.Index, Operand.Number)] Set, Clear }

    public abstract class Recorder<T>
    {
        public static readonly List<T> Seen = [];

        [Law]
        public static void Sees(T input) => Seen.Add(input);
    }

    public abstract class LargeRecorder<T>
    {
        public static readonly List<T> Seen = [];

        [LargeLaw(100)]
        public static void Sees(T input) => Seen.Add(input);
    }

    [Fact]
    public void A_law_sees_300_inputs() => Assert.Equal(300, Drawn<Values>(0).Count);

    [Fact]
    public void A_large_law_sees_each_shape_once()
    {
        Assert.Equal(Enum.GetValues<Arrangement>().Where(arrangement => arrangement != Arrangement.Rotated).Select(arrangement => new LargeWorkload(arrangement, 100)),
            Drawn<LargeWorkload>(0, typeof(LargeRecorder<LargeWorkload>), LargeRecorder<LargeWorkload>.Seen).OrderBy(work => work.Arrangement));
        Assert.Equal(Enum.GetValues<GraphKind>().Select(kind => new LargeGraph(kind, 100)),
            Drawn<LargeGraph>(0, typeof(LargeRecorder<LargeGraph>), LargeRecorder<LargeGraph>.Seen).OrderBy(graph => graph.Kind));
        Assert.Equal(Enum.GetValues<HardKind>().Select(kind => new HardGraph(kind, 100)),
            Drawn<HardGraph>(0, typeof(LargeRecorder<HardGraph>), LargeRecorder<HardGraph>.Seen).OrderBy(graph => graph.Kind));
        Assert.Equal(Enum.GetValues<HardDigraphKind>().Select(kind => new HardDigraph(kind, 100)),
            Drawn<HardDigraph>(0, typeof(LargeRecorder<HardDigraph>), LargeRecorder<HardDigraph>.Seen).OrderBy(graph => graph.Kind));
        Assert.Equal(Enum.GetValues<HardOrderKind>().Select(kind => new HardOrder(kind, 100)),
            Drawn<HardOrder>(0, typeof(LargeRecorder<HardOrder>), LargeRecorder<HardOrder>.Seen).OrderBy(graph => graph.Kind));
        Assert.Equal(Enum.GetValues<LargeMazeKind>().Select(kind => new LargeMaze(kind, 100)),
            Drawn<LargeMaze>(0, typeof(LargeRecorder<LargeMaze>), LargeRecorder<LargeMaze>.Seen).OrderBy(maze => maze.Kind));
    }

    [Fact]
    public void A_hard_graph_knows_its_lightest_forest()
    {
        foreach (int vertices in (int[])[2, 3, 100, 101])
            foreach (var kind in Enum.GetValues<HardKind>())
            {
                var graph = new HardGraph(kind, vertices);
                var (edges, total) = Etudes.Graph.Kruskal.Forest(vertices, graph.Edges());
                Assert.Equal((edges.Length, total), graph.Least());
            }
    }

    [Fact]
    public void A_hard_digraph_knows_its_lightest_tree()
    {
        foreach (int vertices in (int[])[3, 4, 5, 100, 101])
            foreach (var kind in Enum.GetValues<HardDigraphKind>())
            {
                var graph = new HardDigraph(kind, vertices);
                var edges = graph.Edges();
                var (tree, total) = Etudes.Graph.Arborescence.Of(vertices, edges, 0)!.Value;
                Assert.Equal(graph.Least(), total);
                Assert.Equal(Enumerable.Range(edges.Length - vertices + 1, vertices - 1), tree.Order());
                Assert.InRange(edges.Length, vertices, 3 * vertices);
            }
    }

    [Fact]
    public void Counts_are_small_large_and_far_too_large() => Covers<int>(
        ("never negative", count => count >= 0, true), ("0", count => count == 0, false), ("100 or more", count => count is >= 100 and < 1000, false),
        ("int.MaxValue", count => count == int.MaxValue, false));

    [Fact]
    public void Values_are_short_long_sorted_and_at_the_ends_of_int() => Covers<Values>(
        ("empty", values => values.Count == 0, false),
        ("a single one", values => values.Count == 1, false),
        ("150 or more", values => values.Count >= 150, false),
        ("many of few", values => values.Count >= 10 && values.Items.Distinct().Count() <= 4, false),
        ("all different", values => values.Count >= 5 && values.Items.Distinct().Count() == values.Count, false),
        ("int.MinValue", values => values.Items.Contains(int.MinValue), false),
        ("int.MaxValue", values => values.Items.Contains(int.MaxValue), false),
        ("both ends", values => values.Items.Contains(int.MinValue) && values.Items.Contains(int.MaxValue), false),
        ("all near int.MinValue", values => values.Count >= 2 && values.Items.Max() < int.MinValue + 10, false),
        ("all near int.MaxValue", values => values.Count >= 2 && values.Items.Min() > int.MaxValue - 10, false),
        ("ascending", values => values.Count >= 10 && values.Items.SequenceEqual(values.Items.Order()), false),
        ("descending", values => values.Count >= 10 && values.Items.SequenceEqual(values.Items.OrderDescending()), false),
        ("unsorted", values => values.Count >= 10 && !values.Items.SequenceEqual(values.Items.Order()), false));

    [Fact]
    public void Steps_take_what_their_operations_say() => Covers<Steps<Op>>(
        ("valid", IsValid, true),
        ("none", steps => steps.Items.Count == 0, false),
        ("100 or more", steps => steps.Items.Count >= 100, false),
        ("each operation", steps => steps.Items.Select(step => step.Op).Distinct().Count() == 3, false),
        ("int.MinValue", steps => steps.Items.Any(step => step.First == int.MinValue), false));

    [Fact]
    public void Streams_are_sorted_some_empty_and_share_numbers() => Covers<Streams>(
        ("sorted", IsValid, true),
        ("none", streams => streams.Count == 0, false),
        ("some empty", streams => streams.Items.Any(stream => stream.Count == 0) && streams.Items.Any(stream => stream.Count > 0), false),
        ("many", streams => streams.Count > 6, false),
        ("shared", streams => streams.Count > 1 && streams.Items[0].Intersect(streams.Items[1]).Any(), false),
        ("repeated", streams => streams.Items.Any(stream => stream.Distinct().Count() < stream.Count), false),
        ("int.MinValue", streams => streams.Items.Any(stream => stream.Contains(int.MinValue)), false));

    [Fact]
    public void Meetings_overlap_touch_lie_in_each_other_and_have_no_length() => Covers<Meetings>(
        ("valid", IsValid, true),
        ("none", meetings => meetings.Count == 0, false),
        ("100 or more", meetings => meetings.Count >= 100, false),
        ("unsorted", meetings => meetings.Count >= 10 && !meetings.Items.SequenceEqual(meetings.Items.Order()), false),
        ("touching", meetings => meetings.Items.Any(one => one.Start < one.End && meetings.Items.Any(other => other.Start == one.End && other.Start < other.End)), false),
        ("twice the same", meetings => meetings.Items.Any(one => one.Start < one.End && meetings.Items.Count(other => other == one) > 1), false),
        ("one in another", meetings => meetings.Items.Any(one => meetings.Items.Any(other => one.Start < other.Start && other.End < one.End)), false),
        ("without length in another", meetings => meetings.Items.Any(one => meetings.Items.Any(other => one.Start < other.Start && other.Start == other.End && other.End < one.End)), false),
        ("without length where another begins", meetings => meetings.Items.Any(one => one.Start < one.End && meetings.Items.Any(other => one.Start == other.Start && other.Start == other.End)), false),
        ("from end to end of int", meetings => meetings.Items.Contains((int.MinValue, int.MaxValue)), false));

    [Fact]
    public void Workloads_have_every_shape() => Covers<Workload>(
        [("32 to 2048", work => work.Count is >= 32 and <= 2048 && work.Numbers().Length == work.Count, true),
            .. Enum.GetValues<Arrangement>().Select(arrangement => ($"{arrangement}", (Func<Workload, bool>)(work => work.Arrangement == arrangement), false))]);

    [Fact]
    public void Graphs_are_empty_disconnected_tied_and_far_from_simple() => Covers(OfGraphs<WeightedGraph>(
        ("8 vertices or more", graph => graph.Vertices >= 8, false),
        ("connected", graph => graph.Vertices >= 8 && graph.ComponentCount == 1, false)));

    [Fact]
    public void Small_graphs_are_small_and_as_various() => Covers(OfGraphs<SmallGraph>(
        ("small", graph => graph.Vertices <= 7 && graph.Edges.Length <= 10, true),
        ("a complete graph", graph => graph.Vertices >= 4 && Pairs(graph) == graph.Vertices * (graph.Vertices - 1) / 2, false)));

    [Fact]
    public void Arrows_lead_forward_or_back_and_are_far_from_simple() => Covers<Arrows>(
        ("valid", IsValid, true),
        ("no vertex", arrows => arrows.Vertices == 0, false),
        ("no edge", arrows => arrows.Vertices > 1 && arrows.Edges.Length == 0, false),
        ("forward, and many", arrows => arrows.Vertices >= 8 && arrows.Edges.Length >= 8 && arrows.IsAcyclic(), false),
        ("back, and many", arrows => arrows.Vertices >= 8 && arrows.Edges.Length >= 8 && !arrows.IsAcyclic(), false),
        ("a long cycle and no other", arrows => arrows.Vertices >= 8 && arrows.Edges.Length == arrows.Vertices && !arrows.IsAcyclic() && (arrows with { Edges = arrows.Edges[1..] }).IsAcyclic(), false),
        ("back by one edge of many", arrows => arrows.Edges.Length >= 8 && !arrows.IsAcyclic() && (arrows with { Edges = arrows.Edges[1..] }).IsAcyclic(), false),
        ("a self-loop alone", arrows => !arrows.IsAcyclic() && (arrows with { Edges = [.. arrows.Edges.Where(edge => edge.U != edge.V)] }).IsAcyclic(), false),
        ("parallel edges, all forward", arrows => arrows.Edges.Distinct().Count() < arrows.Edges.Length && arrows.IsAcyclic(), false));

    [Fact]
    public void Mazes_are_lines_rooms_and_long_ways_with_few_sources_and_many() => Covers<Maze>(
        ("of one width", maze => maze.Rows.All(row => row.Length == maze.Columns), true),
        ("no rows", maze => maze.Rows.Length == 0, false),
        ("rows without cells", maze => maze.Rows.Length > 0 && maze.Columns == 0, false),
        ("one row", maze => maze.Rows.Length == 1 && maze.Columns > 1, false),
        ("one column", maze => maze.Rows.Length > 1 && maze.Columns == 1, false),
        ("wider than high", maze => maze.Columns > maze.Rows.Length && maze.Rows.Length > 1, false),
        ("higher than wide", maze => maze.Rows.Length > maze.Columns && maze.Columns > 1, false),
        ("no source", maze => maze.Cells.Count() > 4 && !Has(maze, Maze.Source), false),
        ("nothing but sources", maze => maze.Cells.Count() > 4 && maze.Rows.All(row => row.All(cell => cell == Maze.Source)), false),
        ("one source", maze => maze.Cells.Count() > 4 && maze.Rows.Sum(row => row.Count(cell => cell == Maze.Source)) == 1, false),
        ("no wall", maze => maze.Cells.Count() > 4 && Has(maze, Maze.Open) && !Has(maze, Maze.Wall), false),
        ("all three", maze => Has(maze, Maze.Open) && Has(maze, Maze.Wall) && Has(maze, Maze.Source), false));

    private static bool Has(Maze maze, char cell) => maze.Rows.Any(row => row.Contains(cell));

    private static (string, Func<T, bool>, bool)[] OfGraphs<T>(params (string, Func<T, bool>, bool)[] more) where T : WeightedGraph =>
    [
        ("valid", IsValid, true),
        ("no vertex", graph => graph.Vertices == 0, false),
        ("a single vertex", graph => graph.Vertices == 1, false),
        ("no edge", graph => graph.Vertices > 1 && graph.Edges.Length == 0, false),
        ("disconnected", graph => graph.Edges.Length > 1 && graph.ComponentCount > 1, false),
        ("a tree", graph => graph.Vertices > 2 && graph.Edges.Length == graph.Vertices - 1 && graph.ComponentCount == 1, false),
        ("a self-loop", graph => graph.Edges.Any(edge => edge.U == edge.V), false),
        ("parallel edges", graph => Pairs(graph) < graph.Edges.Count(edge => edge.U != edge.V), false),
        ("negative weights", graph => graph.Edges.Any(edge => edge.Weight < 0), false),
        ("only negative weights", graph => graph.Edges.Length > 1 && graph.Edges.All(edge => edge.Weight < 0), false),
        ("equal weights", graph => graph.Edges.Select(edge => edge.Weight).Distinct().Count() < graph.Edges.Length, false),
        ("beyond 32 bits", graph => graph.Edges.Any(edge => edge.Weight is > int.MaxValue or < int.MinValue), false),
        ("different, but not in double", graph => graph.Edges.Select(edge => edge.Weight).Distinct().Count() > graph.Edges.Select(edge => (double)edge.Weight).Distinct().Count(), false),
        ("the last vertex alone", graph => graph.Edges.Length > 1 && graph.Edges.All(edge => Math.Max(edge.U, edge.V) < graph.Vertices - 1), false),
        ("long.MinValue", graph => graph.Edges.Any(edge => edge.Weight == long.MinValue), false),
        ("long.MaxValue", graph => graph.Edges.Any(edge => edge.Weight == long.MaxValue), false),
        .. more,
    ];

    [Fact]
    public void Shrinking_numbers_ends()
    {
        Shrinks<int>(Parameters.Count.Shrinker, count => (0, 0, Size(count)), count => count >= 0);
        Shrinks<long>(Parameters.Weight.Shrinker, weight => (0, 0, Size(weight)), _ => true);
    }

    [Fact]
    public void Shrinking_lists_ends()
    {
        Shrinks<Values>(values => (0, values.Count, Sum(values.Items)), _ => true);
        Shrinks<Streams>(streams => (streams.Count, streams.Items.Sum(stream => stream.Count), Sum(streams.Items.SelectMany(x => x))), IsValid);
        Shrinks<Steps<Op>>(steps => (0, steps.Items.Count, Sum(steps.Items.SelectMany(step => (int[])[step.First, step.Second]))), IsValid);
        Shrinks<Meetings>(meetings => (meetings.Count, Times(meetings).Count(time => time < 0), Sum(Times(meetings))), IsValid);
        Shrinks<Workload>(work => (0, 0, work.Count), work => work.Count >= 32);
    }

    [Fact]
    public void Shrinking_graphs_ends()
    {
        Shrinks<WeightedGraph>(Measure, IsValid);
        Shrinks<SmallGraph>(Measure, IsValid);

        Shrinks<Arrows>(arrows => (arrows.Vertices, arrows.Edges.Length, 0), IsValid);
        Shrinks<Maze>(maze => (maze.Rows.Length, maze.Columns, maze.Rows.Sum(row => row.Count(cell => cell != Maze.Open))), maze => maze.Rows.All(row => row.Length == maze.Columns));

        static (int, int, Int128) Measure(WeightedGraph graph) =>
            (graph.Vertices, graph.Edges.Length, graph.Edges.Aggregate(Int128.Zero, (sum, edge) => sum + Size(edge.Weight)));
    }

    /// <summary>Every smaller candidate of what laws are given is valid, and below it in a measure that cannot fall for ever.</summary>
    private static void Shrinks<T>(Func<T, (int, int, Int128)> measure, Func<T, bool> valid) where T : IInput<T> =>
        Shrinks(input => input.Smaller(), measure, valid);

    private static void Shrinks<T>(Func<T, IEnumerable<T>> shrinker, Func<T, (int, int, Int128)> measure, Func<T, bool> valid)
    {
        foreach (var input in Drawn<T>(0))
        {
            var whole = measure(input);
            foreach (var smaller in shrinker(input).Take(ShrinksOfOne))
            {
                if (!valid(smaller)) Assert.Fail($"{input} shrinks to {smaller}, which is not valid");
                if (measure(smaller).CompareTo(whole) >= 0) Assert.Fail($"{input} shrinks to {smaller}, which is not smaller");
            }
        }
    }

    /// <summary>For each seed every case, or at least one, is of a kind.</summary>
    private static void Covers<T>(params (string Kind, Func<T, bool> Is, bool Always)[] kinds)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            var drawn = Drawn<T>(seed);
            foreach (var (kind, holds, always) in kinds)
                Assert.True(always ? drawn.TrueForAll(input => holds(input)) : drawn.Exists(input => holds(input)),
                    $"with seed {seed} {(always ? "not all" : "none")} of {drawn.Count} {typeof(T).Name} are: {kind}");
        }
    }

    private static List<T> Drawn<T>(int seed) => Drawn(seed, typeof(Recorder<T>), Recorder<T>.Seen);

    private static List<T> Drawn<T>(int seed, Type laws, List<T> seen)
    {
        seen.Clear();
        Assert.Equal(Outcome.Holds, LawRunner.Run(new Law(laws, laws.GetMethod("Sees")!), Start.FromSeed(seed)).Outcome);
        return seen;
    }

    private static IEnumerable<int> Times(Meetings meetings) => meetings.Items.SelectMany(meeting => (int[])[meeting.Start, meeting.End]);

    private static bool IsValid(Meetings meetings) => meetings.Items.All(meeting => meeting.Start <= meeting.End);

    private static bool IsValid(Steps<Op> steps) => steps.Items.All(step => step.Op switch
    {
        Op.Add => step.Second == 0,
        Op.Set => step.First is >= 0 and < 8,
        _ => step is { First: 0, Second: 0 },
    });

    private static bool IsValid(Streams streams) => streams.Items.All(stream => stream.SequenceEqual(stream.Order()));

    /// <summary>Edges lie between vertices, and no set of them weighs more than 64 bits.</summary>
    private static bool IsValid(WeightedGraph graph)
    {
        Int128 above = 0, below = 0;
        foreach (var (_, _, weight) in graph.Edges) (above, below) = weight > 0 ? (above + weight, below) : (above, below + weight);
        return above <= long.MaxValue && below >= long.MinValue
            && graph.Edges.All(edge => 0 <= Math.Min(edge.U, edge.V) && Math.Max(edge.U, edge.V) < graph.Vertices);
    }

    private static bool IsValid(Arrows arrows) => arrows.Edges.All(edge => 0 <= Math.Min(edge.U, edge.V) && Math.Max(edge.U, edge.V) < arrows.Vertices);

    /// <summary>How many pairs of different vertices have an edge.</summary>
    private static int Pairs(WeightedGraph graph) =>
        graph.Edges.Where(edge => edge.U != edge.V).Select(edge => (Math.Min(edge.U, edge.V), Math.Max(edge.U, edge.V))).Distinct().Count();

    /// <summary>How far from zero a number is; a negative one is farther than its positive twin.</summary>
    private static Int128 Size(long number) => 2 * Int128.Abs(number) + (number < 0 ? 1 : 0);

    private static Int128 Sum(IEnumerable<int> numbers) => numbers.Aggregate(Int128.Zero, (sum, number) => sum + Size(number));
}
