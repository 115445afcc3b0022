namespace Etudes.Dojo;

/// <summary>An attempt from its first check to its history; nothing a learner wrote is lost.</summary>
public sealed class AttemptTests : IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public void Hints_come_one_further_each_time_and_start_over()
    {
        string[] hints = [.. Enumerable.Range(0, 4).Select(_ => _work.Kata("hint", "TopK").Output)];
        Assert.StartsWith("Brute force (1 of 3)\nSort everything", hints[0].ReplaceLineEndings("\n"));
        Assert.StartsWith("What can be forgotten (2 of 3)\n", hints[1].ReplaceLineEndings("\n"));
        Assert.StartsWith("Key idea (3 of 3, the last)\n", hints[2].ReplaceLineEndings("\n"));
        Assert.Equal(hints[0], hints[3]);
        Assert.Equal(3, Known("TopK").HintsSeen);
    }

    [Fact]
    public void A_green_answer_opens_the_solution_and_gets_its_time()
    {
        _work.Kata("check", "TopK");
        _work.Answer = Workspace.Green;
        string green = _work.Kata("check", "TopK").Output;
        Assert.Contains("TopK is green", green);
        Assert.Matches(@"solved in 0:\d\d; the statement gives 20 minutes; next: BottomK", green);
        Assert.Contains("partial class TopK", _work.Kata("solution", "TopK").Output);
        Assert.Matches(@"TopK +green +level 1 20 min best 0:\d\d", _work.Kata("list").Output);
    }

    [Fact]
    public void Giving_up_is_recorded_and_gets_no_time()
    {
        Assert.Contains("partial class TopK", _work.Kata("solution", "TopK", "--give-up").Output);
        _work.Answer = Workspace.Green;
        _work.Kata("check", "TopK");
        Assert.Equal((true, null), (Known("TopK").GaveUp, Known("TopK").Time));
        Assert.Contains("green, given up", _work.Kata("history", "TopK").Output);
    }

    [Fact]
    public void Again_keeps_the_attempt_and_gives_a_fresh_stub()
    {
        _work.WithHistory();
        _work.Answer = Workspace.Green;
        _work.WithHistory(); // a learner may commit
        _work.Kata("check", "TopK");
        var said = _work.Kata("again", "TopK");
        Assert.Equal(0, said.Code);
        Assert.Equal(Workspace.Stub, _work.Answer);
        string kept = Assert.Single(Directory.GetFiles(_work.Full(".kata/attempts/TopK")));
        Assert.Equal(Workspace.Green, File.ReadAllText(kept));
        Assert.Matches(@"1 +\d{4}-\d\d-\d\d \d\d:\d\d +\d{4}-\d\d-\d\d \d\d:\d\d +0:\d\d +green\r?\n1: .kata/attempts/TopK/", _work.Kata("history", "TopK").Output);
        Assert.Contains("1 of ", _work.Kata("list").Output.Split('\n')[0]); // once solved stays solved
        Assert.Contains("is a fresh stub already", _work.Kata("again", "TopK").Output);
        Assert.Equal(2, _work.Kata("solution", "TopK").Code);
    }

    [Fact]
    public void With_the_same_clock_the_attempt_goes_on_and_nothing_is_lost()
    {
        _work.WithHistory();
        for (int i = 0; i < 2; i++)
        {
            _work.Answer = $"{Workspace.Red}// {i}";
            _work.Kata("check", "TopK");
            _work.Kata("again", "TopK", "--same-clock");
            Assert.Equal(Workspace.Stub, _work.Answer);
        }
        Assert.Equal((1, State.NotWritten), (Known("TopK").Count, Known("TopK").State));
        Assert.Equal(["0", "1"], Directory.GetFiles(_work.Full(".kata/attempts/TopK")).Select(file => File.ReadAllText(file)[^1..]).Order());
    }

    [Fact]
    public void The_clock_starts_with_the_first_change_and_who_passes_by_makes_no_attempt()
    {
        _work.WithHistory();
        _work.Kata("check", "TopK");
        Assert.Equal((null, 0), (Known("TopK").Started, Known("TopK").Count));
        Assert.Contains("is a fresh stub already", _work.Kata("again", "TopK").Output);
        Assert.Contains("has not been attempted yet", _work.Kata("history", "TopK").Output);
        _work.Answer += "// mine\n";
        var before = DateTimeOffset.Now;
        _work.Kata("check", "TopK");
        Assert.InRange(Known("TopK").Started!.Value, before, DateTimeOffset.Now);
    }

    [Theory]
    [InlineData(false, "git's history, which cannot be read")]
    [InlineData(true, "git is not installed")]
    public void Without_git_nothing_is_changed(bool missing, string words)
    {
        if (missing) _work.Environment["PATH"] = _work.Root;
        else _work.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(_work.Root);
        _work.Answer = Workspace.Red;
        foreach (string verb in (string[])["again TopK", "again TopK --same-clock"])
        {
            var said = _work.Kata(verb.Split(' '));
            Assert.Equal((2, 1), (said.Code, said.Errors.TrimEnd().Split('\n').Length));
            Assert.Contains(words, said.Errors);
            Assert.Equal(Workspace.Red, _work.Answer);
        }
    }

    [Fact]
    public void Every_check_is_an_event()
    {
        _work.Kata("check", "TopK");
        _work.Answer = Workspace.Red;
        _work.Kata("check", "TopK");
        _work.Kata("check", "TopK");
        string[] lines = [.. _work.Read(".kata/log.jsonl").Split('\n')[..^1]];
        Assert.Equal(3, lines.Length);
        Assert.Matches(@"^\{""v"":1,""time"":""\d{4}-.*"",""kata"":""TopK"",""kind"":""checked"",""state"":""NotWritten"",""seconds"":[\d.]+,""untouched"":true\}$", lines[0]);
        Assert.All(lines[1..], line => Assert.Matches(@"""state"":""Red"",""seconds"":[\d.]+,""replay"":""Keeps_the_k_largest_in_descending_order:\d+:\d+:\d+""\}$", line));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"v\": 1, \"kind\": \"checked\"")]
    [InlineData("{ \"v\": 1, \"kind\": \"hint\", \"kata\": \"TopK\", \"hint\": 3 }")]
    [InlineData("{ \"v\": 1, \"kind\": \"unheard\", \"time\": \"2026-03-01T19:05:00+00:00\", \"kata\": \"TopK\" }")]
    [InlineData("{ \"v\": 1, \"kind\": \"checked\", \"time\": \"2026-03-01T19:05:00+00:00\", \"kata\": \"TopK\", \"state\": \"Blue\", \"seconds\": 1 }")]
    [InlineData("\u0001\u0002\ufffd")]
    public void A_damaged_line_is_kept_and_the_others_go_on(string damaged)
    {
        _work.Kata("hint", "TopK");
        string first = _work.Read(".kata/log.jsonl"), all = $"{first}{damaged}\n{first.Replace("TopK", "BottomK")}";
        _work.Write(".kata/log.jsonl", all);
        var said = _work.Kata("hint", "TopK");
        Assert.Equal((0, 1), (said.Code, said.Errors.TrimEnd().Split('\n').Length));
        Assert.Contains(".kata/log.jsonl is damaged in 1 of 3 lines", said.Errors);
        Assert.StartsWith("What can be forgotten (2 of 3)", said.Output);
        Assert.Equal(1, Known("BottomK").HintsSeen);
        Assert.Equal(all, _work.Read(".kata/log.damaged.jsonl"));
        Assert.Equal("", _work.Kata("list").Errors);
    }

    [Fact]
    public void A_folder_in_its_place_is_set_aside()
    {
        _work.Write(".kata/log.jsonl/mine", "mine");
        var said = _work.Kata("hint", "TopK");
        Assert.Equal((0, 1), (said.Code, said.Errors.TrimEnd().Split('\n').Length));
        Assert.Equal("mine", _work.Read(".kata/log.damaged.jsonl/mine"));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("check TopK")]
    [InlineData("watch TopK")]
    [InlineData("hint TopK")]
    [InlineData("solution TopK --give-up")]
    [InlineData("again TopK")]
    [InlineData("again TopK --same-clock")]
    public void What_a_newer_command_wrote_is_refused_and_nothing_is_written(string call)
    {
        _work.WithHistory();
        string newer = "{ \"v\": 3, \"time\": 0 }\n";
        _work.Write(".kata/log.jsonl", newer);
        _work.Answer = Workspace.Red;
        var said = _work.Kata(call.Split(' '));
        Assert.Equal((2, "", 1), (said.Code, said.Output, said.Errors.TrimEnd().Split('\n').Length));
        Assert.Contains("an event of version 3, and this kata command reads up to version 2", said.Errors);
        Assert.Equal((newer, Workspace.Red), (_work.Read(".kata/log.jsonl"), _work.Answer));
        Assert.Equal([_work.Full(".kata/log.jsonl")], Directory.GetFileSystemEntries(_work.Full(".kata")));
    }

    [Fact]
    public void Where_nothing_can_be_written_the_verdict_is_still_shown()
    {
        _work.Write(".kata", "a file");
        _work.Answer = Workspace.Green;
        var said = _work.Kata("check", "TopK");
        Assert.Contains("TopK is green", said.Output);
        Assert.Equal((0, 1), (said.Code, said.Errors.TrimEnd().Split('\n').Length));
        Assert.Contains("The progress of TopK is not kept", said.Errors);
    }

    [Fact]
    public void Several_processes_at_once_lose_nothing()
    {
        _work.WithHistory();
        string[][] calls = [["solution", "TopK", "--give-up"], ["hint", "TopK"], ["hint", "TopK"], ["hint", "TopK"]];
        Assert.All(calls.AsParallel().WithDegreeOfParallelism(calls.Length).Select(call => _work.KataAsProcess(call)).ToArray(), said => Assert.Equal((0, ""), (said.Code, said.Errors)));
        Assert.True(Known("TopK").GaveUp);
        Assert.InRange(Known("TopK").HintsSeen, 1, 3);
        Assert.Equal(calls.Length, File.ReadLines(_work.Full(".kata/log.jsonl")).Count());
        Assert.Equal(["lock", "log.jsonl"], Directory.GetFiles(_work.Full(".kata")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private Progress Known(string kata) => new LearnerLog(_work.Full(".kata")).Of(kata);

    public void Dispose() => _work.Dispose();
}
