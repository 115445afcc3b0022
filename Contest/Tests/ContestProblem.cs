using System.Text;
using static Etudes.Contest.GraphProblems;
using static Etudes.Contest.HeapProblems;

namespace Etudes.Contest;

/// <summary>What a program has to solve, with a check by another algorithm.</summary>
/// <param name="Answer">The answer that the program is named for.</param>
/// <param name="Sample">The judge's first sample, or one of ours.</param>
/// <param name="Output">For the sample; where several are right, up to the order of numbers on a line.</param>
/// <param name="Draw">An input of about that size.</param>
/// <param name="Check">Fails if the lines of the output are not right for the numbers of
/// the input.</param>
internal sealed record ContestProblem(string Answer, string Sample, string Output, Func<Random, int, string> Draw, Action<Queue<long>, long[][]> Check)
{
    public static IReadOnlyDictionary<string, ContestProblem> Of { get; } = new Dictionary<string, ContestProblem>
    {
        ["unionfind"] = new("DisjointSets", "4 7\n1 0 1\n0 0 1\n0 2 3\n1 0 1\n1 1 2\n0 0 2\n1 1 3\n", "0\n1\n0\n1\n", DrawUnions, CheckUnions),
        ["unionfind_with_potential"] = new("DisjointSetsWithPotentials", "4 6\n0 0 1 5\n0 2 1 3\n1 0 2\n1 2 0\n0 0 2 3\n1 3 0\n", "1\n1\n2\n998244351\n0\n-1\n", DrawDifferences, CheckDifferences),
        ["minimum_spanning_tree"] = SpanningTree("Kruskal"),
        ["minimum_spanning_tree_prim"] = SpanningTree("Prim"),
        ["minimum_spanning_tree_boruvka"] = SpanningTree("Boruvka"),
        ["minimum_spanning_tree_radix"] = SpanningTree("RadixKruskal"),
        ["spanning_forest"] = new("Kruskal", "5 4\n0 1 -5\n1 2 7\n2 0 6\n3 3 -9\n", "3 1\n0 2\n", DrawGraph, CheckForest),
        ["shortest_path"] = Route("Dijkstra"),
        ["shortest_path_target"] = Route("ShortestPaths"),
        ["directedmst"] = new("Arborescence", "4 4 0\n0 1 10\n0 2 10\n0 3 3\n3 2 4\n", "17\n0 0 3 0\n", DrawRooted, CheckArborescence),
        ["double_ended_priority_queue"] = new("IntervalHeap", "4 10\n-3 0 1 3\n0 3\n2\n2\n0 -2\n0 1\n1\n1\n2\n1\n2\n", "3\n3\n-3\n-2\n1\n0\n1\n", DrawQueue, CheckQueue),
        ["running_median"] = Median("RunningMedian"),
        ["running_median_windowed"] = Median("WindowedMedian"),
        ["top_k"] = Largest("TopK"),
        ["top_k_threshold"] = Largest("ThresholdTopK"),
        ["bottom_k"] = new("BottomK", "2 3\n2 -1\n", "2\n-1 2\n", DrawSelection, (input, lines) => CheckSelection(input, lines, values => values.Order())),
    };

    private static ContestProblem SpanningTree(string answer) => new(answer, "4 7\n0 1 4\n0 2 2\n0 3 3\n1 2 6\n1 3 8\n2 3 1\n1 1 0\n", "7\n1 5 0\n", DrawConnected, CheckTree);

    private static ContestProblem Route(string answer) => new(answer,
        "5 7 2 3\n0 3 5\n0 4 3\n2 4 2\n4 3 10\n4 0 7\n2 1 5\n1 0 1\n", "11 3\n2 1\n1 0\n0 3\n", DrawRoutes, CheckPath);

    private static ContestProblem Median(string answer) => new(answer, "4\n5\n-1\n-1\n8\n", "5 5\n-1 5\n-1 -1\n-1 5\n", DrawValues, CheckMedians);

    private static ContestProblem Largest(string answer) => new(answer, "5 3\n2 7 -1 7 3\n", "3\n7 7 3\n", DrawSelection,
        (input, lines) => CheckSelection(input, lines, values => values.OrderDescending()));

    /// <summary>The bound of a draw: all equal, many ties, or hardly any.</summary>
    public static int Most(Random random) => random.Next(3) switch { 0 => 1, 1 => 5, _ => 1_000_000_000 };

    /// <summary>So many lines after a first one.</summary>
    public static string Lines(string first, int count, Func<int, string> line)
    {
        var text = new StringBuilder(first).Append('\n');
        for (int i = 0; i < count; i++) text.Append(line(i)).Append('\n');
        return text.ToString();
    }
}
