using System.Text;

namespace Etudes.Contest;

/// <summary>The programs are right on inputs, and say one line about a wrong one.</summary>
public sealed class ContestTests
{
    public static TheoryData<string> Programs => new(ContestProgram.Names);

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_solves_its_sample(string name)
    {
        var problem = ContestProblem.Of[name];
        var result = ContestProgram.Named(name).Run(problem.Sample);
        MustBeRight(problem, problem.Sample, result);
        Assert.Equal(Sorted(problem.Output), Sorted(result.Output));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_solves_what_is_drawn(string name)
    {
        var random = new Random(1);
        var problem = ContestProblem.Of[name];
        int[] sizes = [1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 7, 7, 8, 30, 100, 1000, 3000];
        string[] inputs = [.. sizes.Select(size => problem.Draw(random, size))];
        foreach (var (input, result) in inputs.Zip(ContestProgram.Named(name).Run(inputs))) MustBeRight(problem, input, result);
    }

    [Theory]
    [InlineData("minimum_spanning_tree", "1 0", "0\n\n")]
    [InlineData("minimum_spanning_tree_prim", "1 1 0 0 5", "0\n\n")]
    [InlineData("minimum_spanning_tree_boruvka", "1 0\n", "0\n\n")]
    [InlineData("spanning_forest", "0 0", "0 0\n\n")]
    [InlineData("spanning_forest", "3 0", "3 0\n\n")]
    [InlineData("spanning_forest", "2 1 1 0 -9223372036854775808", "1 -9223372036854775808\n0\n")]
    [InlineData("spanning_forest", "4 3 0 1 9223372036854775807 1 2 1 2 3 -1", "1 9223372036854775807\n2 1 0\n")]
    [InlineData("shortest_path", "2 1 0 1 1 0 10", "-1\n")]
    [InlineData("shortest_path", "2 1 1 1 1 0 10", "0 0\n")]
    [InlineData("directedmst", "1 0 0", "0\n0\n")]
    [InlineData("double_ended_priority_queue", "0 3\n\n0 -1000000000\r\n1\r\n0 5", "-1000000000\n")]
    [InlineData("running_median", "0", "")]
    [InlineData("running_median", "2 -2147483648 2147483647", "-2147483648 -2147483648\n-2147483648 2147483647\n")]
    [InlineData("top_k", "0 0", "0\n\n")]
    [InlineData("top_k", "2 0 7 8", "0\n\n")]
    [InlineData("top_k", "2 10000000 7 8", "2\n8 7\n")]
    [InlineData("bottom_k", "0 5", "0\n\n")]
    [InlineData("bottom_k", "2 1 2147483647 -2147483648", "1\n-2147483648\n")]
    public void The_least_inputs_are_solved(string name, string input, string output) =>
        Assert.Equal(new RunResult(0, output, ""), ContestProgram.Named(name).Run(input));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Of_a_wrong_input_a_program_says_one_line(string name)
    {
        string[] words = ContestProblem.Of[name].Sample.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        string all = string.Join(' ', words), butLast = string.Join(' ', words[..^1]), butFirst = string.Join(' ', words[1..]);
        string zeros = new('0', 64);
        (string Input, string Found)[] wrong =
        [
            ("", "the end of the input"), (" \n", "the end of the input"), (butLast, "the end of the input"),
            ($"{all} 7", "'7'"), ($"{all}\n\0", "'?'"), ($"{butLast} x", "'x'"), ($"{butLast} {words[^1]}a", $"'{words[^1]}a'"), ($"{butLast} -", "'-'"),
            ($"{butLast} 99999999999999999999", "'99999999999999999999'"), ($"10000001 {butFirst}", "'10000001'"), ($"-1 {butFirst}", "'-1'"),
            ($"{butLast} {zeros}{words[^1]}", $"'{zeros}' and more, beyond 64 characters"),
        ];
        var results = ContestProgram.Named(name).Run([.. wrong.Select(one => one.Input)]);
        foreach (var ((input, found), result) in wrong.Zip(results)) MustBeOneLine($"but found {found}", input, result);
    }

    [Theory]
    [InlineData("unionfind", "0 1", "line 1, token 1: expected an integer from 1 to 200000 but found '0'")]
    [InlineData("unionfind", "4 1\n0 4 0", "line 2, token 2: expected an integer from 0 to 3 but found '4'")]
    [InlineData("unionfind", "4 1\n2 0 0", "line 2, token 1: expected an integer from 0 to 1 but found '2'")]
    [InlineData("minimum_spanning_tree", "500001 500001", "line 1, token 1: expected an integer from 1 to 500000 but found '500001'")]
    [InlineData("minimum_spanning_tree", "3 1", "line 1, token 2: expected an integer from 2 to 500000 but found '1'")]
    [InlineData("minimum_spanning_tree", "2 1\n0 2 1", "line 2, token 2: expected an integer from 0 to 1 but found '2'")]
    [InlineData("minimum_spanning_tree", "2 1\n0 1 1000000001", "line 2, token 3: expected an integer from 0 to 1000000000 but found '1000000001'")]
    [InlineData("minimum_spanning_tree_prim", "2 1\n0 1 1000000001", "line 2, token 3: expected an integer from 0 to 1000000000 but found '1000000001'")]
    [InlineData("minimum_spanning_tree_boruvka", "2 1\n0 1 1000000001", "line 2, token 3: expected an integer from 0 to 1000000000 but found '1000000001'")]
    [InlineData("minimum_spanning_tree_radix", "2 1\n0 1 1000000001", "line 2, token 3: expected an integer from 0 to 1000000000 but found '1000000001'")]
    [InlineData("minimum_spanning_tree_radix", "3 2\n0 1 1\n1 0 1", "line 3: the graph is not connected")]
    [InlineData("minimum_spanning_tree", "3 2\n0 1 1\n1 0 1\n", "line 3: the graph is not connected")]
    [InlineData("minimum_spanning_tree_prim", "3 2\n0 1 1\n1 0 1\n\n", "line 3: the graph is not connected")]
    [InlineData("minimum_spanning_tree_boruvka", "3 2\r\n0 1 1\r\n1 0 1\r\n", "line 3: the graph is not connected")]
    [InlineData("spanning_forest", "2 1\n0 -1 1", "line 2, token 2: expected an integer from 0 to 1 but found '-1'")]
    [InlineData("spanning_forest", "3 2\n0 1 9223372036854775807\n1 2 1", "line 3: Arithmetic operation resulted in an overflow.")]
    [InlineData("shortest_path", "2 1 0 2\n0 1 1", "line 1, token 4: expected an integer from 0 to 1 but found '2'")]
    [InlineData("shortest_path", "2 1 0 1\n0 1 -1", "line 2, token 3: expected an integer from 0 to 1000000000 but found '-1'")]
    [InlineData("shortest_path", "2 1 0 1\n0 1 1000000001", "line 2, token 3: expected an integer from 0 to 1000000000 but found '1000000001'")]
    [InlineData("directedmst", "2 1 0\n0 1 1000000001", "line 2, token 3: expected an integer from 0 to 1000000000 but found '1000000001'")]
    [InlineData("directedmst", "2 1 0\n1 0 1", "line 2: 0 does not reach all vertices")]
    [InlineData("directedmst", "2 1 0\n0 2 1", "line 2, token 2: expected an integer from 0 to 1 but found '2'")]
    [InlineData("double_ended_priority_queue", "1 2\n5\n1\n2", "line 4: The heap is empty.")]
    [InlineData("double_ended_priority_queue", "1 3\n5\n1\n2\n0 5\n", "line 4: The heap is empty.")]
    [InlineData("double_ended_priority_queue", "0 1\n\n0 1000000001", "line 3, token 2: expected an integer from -1000000000 to 1000000000 but found '1000000001'")]
    [InlineData("running_median", "1\n2147483648", "line 2, token 1: expected an integer from -2147483648 to 2147483647 but found '2147483648'")]
    [InlineData("top_k", "1 -1\n5", "line 1, token 2: expected an integer from 0 to 10000000 but found '-1'")]
    [InlineData("bottom_k", "1 10000001\n5", "line 1, token 2: expected an integer from 0 to 10000000 but found '10000001'")]
    public void What_is_beyond_the_limits_is_named(string name, string input, string line) =>
        Assert.Equal(new RunResult(2, "", line + Environment.NewLine), ContestProgram.Named(name).Run(input));

    [Theory]
    [InlineData("top_k", "1450000 1450000", 1_450_000)]
    [InlineData("top_k_threshold", "1450000 1450000", 1_450_000)]
    [InlineData("bottom_k", "1450000 1450000", 1_450_000)]
    [InlineData("running_median", "700000", 700_000)]
    [InlineData("running_median_windowed", "700000", 700_000)]
    public void A_mistake_behind_a_long_output_leaves_none(string name, string first, int count)
    {
        const string Line = "-1234567890\n"; // as many bytes of output, or twice as many: more than the 16 MB that are held back
        string right = $"{first}\n{new StringBuilder().Insert(0, Line, count)}";
        var results = ContestProgram.Named(name).Run([right, $"{right}7\n"]);
        Assert.Equal((0, ""), (results[0].ExitCode, results[0].Errors));
        Assert.True(results[0].Output.Length > 1 << 24, $"{results[0].Output.Length}");
        Assert.Equal(new RunResult(2, "", $"line {count + 2}, token 1: expected the end of the input but found '7'{Environment.NewLine}"), results[1]);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void An_input_or_output_that_fails_is_one_line(string name)
    {
        byte[] sample = Encoding.Latin1.GetBytes(ContestProblem.Of[name].Sample);
        var results = ContestProgram.Named(name).Run([(new Failing(), new MemoryStream()), (new MemoryStream(sample), new Failing())]);
        Assert.All(results, result => Assert.Equal(new RunResult(2, "", $"input or output failed: {Failing.Reason}{Environment.NewLine}"), result));
    }

    private static void MustBeRight(ContestProblem problem, string input, RunResult result)
    {
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.True(result.Output == "" || result.Output[^1] == '\n');
        var numbers = new Queue<long>(input.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(long.Parse));
        problem.Check(numbers, [.. result.Output.Split('\n')[..^1].Select(line => line == "" ? [] : line.Split(' ').Select(long.Parse).ToArray())]);
        Assert.Empty(numbers);
    }

    private static void MustBeOneLine(string words, string input, RunResult result)
    {
        Assert.True((result.ExitCode, result.Output) == (2, ""), $"{input}: exit code {result.ExitCode}, {result.Output}");
        Assert.Contains(words, Assert.Single(result.Errors.TrimEnd().Split('\n')));
    }

    private sealed class Failing : MemoryStream
    {
        public const string Reason = "the disk is full";

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException(Reason);

        public override void Write(byte[] buffer, int offset, int count) => throw new UnauthorizedAccessException(Reason);
    }

    private static IEnumerable<string> Sorted(string output) => output.Split('\n').Select(line => string.Join(' ', line.Split(' ').Order()));
}
