namespace Etudes.Contest;

/// <summary>A process says what a run inside the tests says, and it ends.</summary>
public sealed class ProcessTests
{
    public static TheoryData<string> Programs => new(ContestProgram.Names);

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_process_says_what_a_run_inside_the_tests_says(string name)
    {
        var program = ContestProgram.Named(name);
        string sample = ContestProblem.Of[name].Sample;
        string wrong = $"{sample}7"; // which is found once all output is written
        var (right, refused) = (program.Start(sample), program.Start(wrong));
        Assert.Equal(program.Run(sample), right);
        Assert.Equal(program.Run(wrong), refused);
        Assert.Equal((0, ""), (right.ExitCode, right.Errors));
        Assert.NotEqual("", right.Output);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.EndsWith("but found '7'\n", refused.Errors.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_process_without_input_finds_its_end()
    {
        var program = ContestProgram.Named("top_k");
        Assert.Equal(program.Run(""), program.Start(""));
    }

    [Fact]
    public void A_process_ends_at_a_mistake_before_it_has_read_all() =>
        Assert.Equal(2, ContestProgram.Named("top_k").Start("x" + new string(' ', 1 << 22)).ExitCode);

    [Fact]
    public void A_mistake_after_much_output_leaves_none()
    {
        string values = string.Join(' ', Enumerable.Range(0, 100_000));
        string queries = string.Concat(Enumerable.Repeat("2\n", 100_001));
        var result = ContestProgram.Named("double_ended_priority_queue").Start($"100000 200000\n{values}\n{queries}");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("line 100003: The heap is empty.", Assert.Single(result.Errors.TrimEnd().Split('\n')));
    }

    [Theory]
    [InlineData("\"$@\" > /dev/full", "No space left on device")]
    [InlineData("\"$@\" >&-", "standard output is closed")]
    [InlineData("\"$@\" <&-", "standard input is closed")]
    [InlineData("\"$@\" <&- >&-", "standard input is closed")]
    [InlineData("\"$@\" < /", "Is a directory")]
    [InlineData("\"$@\" 0> /dev/null", "Access to the path is denied.")]
    public void A_standard_stream_that_fails_is_one_line(string command, string reason)
    {
        if (!OperatingSystem.IsLinux()) return; // /dev/full
        Assert.Equal(new RunResult(2, "", $"input or output failed: {reason}\n"), ContestProgram.Named("top_k").StartBy(command, "1 1\n5\n"));
    }

    [Theory]
    [InlineData("\"$@\" > /dev/full 2>&1")]
    [InlineData("\"$@\" <&- >&- 2>&-")]
    public void Where_nobody_can_be_told_the_exit_code_tells(string command)
    {
        if (!OperatingSystem.IsLinux()) return; // /dev/full
        Assert.Equal(new RunResult(2, "", ""), ContestProgram.Named("top_k").StartBy(command, "1 1\n5\n"));
    }

    /// <summary>Who closes a pipe has read enough, and no failure is told, as by other filters.</summary>
    [Fact]
    public void A_pipe_that_its_reader_closes_ends_the_output_silently()
    {
        if (OperatingSystem.IsWindows()) return; // sh
        string more = string.Concat(Enumerable.Repeat("1234567890\n", 100_000)); // than a pipe holds
        var result = ContestProgram.Named("top_k").StartBy("{ \"$@\"; echo $? >&2; } | head -n 1", $"100000 100000\n{more}");
        Assert.Equal(new RunResult(0, "100000\n", "0\n"), result);
    }
}
