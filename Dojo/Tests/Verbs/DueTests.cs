namespace Etudes.Dojo;

/// <summary>kata due and kata note: what to repeat, where the learner is.</summary>
public sealed class DueTests : IDisposable
{
    private readonly Workspace _work = new();

    public DueTests() => _work.Environment["TZ"] = "Europe/Berlin";

    private string Now { set => _work.Environment["KATA_NOW"] = value; }

    [Fact]
    public void What_is_most_forgotten_comes_first_with_its_note()
    {
        Log(Green("TopK", "2026-03-20T19:00:00+01:00", 600), Green("Kruskal", "2026-03-24T19:00:00+01:00", 1500), GivenUp("MinHeap", "2026-03-27T19:00:00+01:00"));
        Now = "2026-03-28T08:00:00+01:00";
        Assert.Equal("MinHeap                done yesterday, 77 % remembered\nTopK                   done 8 days ago, 80 % remembered\nKruskal                done 4 days ago, 86 % remembered\n", Said("due"));
        Now = "2026-04-10T08:00:00+02:00";
        _work.Kata("note", "TopK", "a heap of k");
        string[] lines = Said("due").TrimEnd().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal(["MinHeap", "TopK", "Kruskal"], lines.Where(line => line[0] != ' ').Select(line => line.Split(' ')[0]));
        Assert.Equal("                       a heap of k", lines[2]);
        Assert.EndsWith("\nand 2 more\n", Said("due", "--limit", "1"));
    }

    [Theory]
    [InlineData("2026-03-27T23:59:00+01:00", "2026-03-28T00:01:00+01:00", "MinHeap                done yesterday")] // by the day, not by 24 hours
    [InlineData("2026-03-28T01:30:00+01:00", "2026-03-29T03:30:00+02:00", "MinHeap                done yesterday")] // a day of 23 hours between them
    [InlineData("2026-03-28T00:30:00+01:00", "2026-03-28T23:30:00+01:00", "Nothing is due today; next: MinHeap on 2026-03-29.")]
    [InlineData("2026-03-28T12:00:00+01:00", "2026-03-01T12:00:00+01:00", "Nothing is due today; next: MinHeap on 2026-03-29.")] // a clock that was set back
    public void Days_are_those_of_the_learner(string done, string now, string said)
    {
        Log(GivenUp("MinHeap", done));
        Now = now;
        Assert.StartsWith(said, Said("due"));
    }

    [Fact]
    public void A_log_of_the_first_version_tells_as_much_and_a_damaged_line_hides_nothing()
    {
        Log(Green("TopK", "2026-03-20T19:00:00+01:00", 600), "{\"v\":2,\"kind\":\"graded\",\"grade\":\"Splendid\",\"time\":\"2026-03-20T19:00:00+01:00\",\"kata\":\"TopK\"}");
        Now = "2026-05-20T08:00:00+01:00";
        var said = _work.Kata("due");
        Assert.StartsWith("TopK ", said.Output);
        Assert.Contains("'Splendid' is no grade", said.Errors);
        Assert.True(File.Exists(_work.Full(".kata/log.damaged.jsonl")));
        Assert.Contains("{\"v\":2,", _work.Read(".kata/log.jsonl").Split('\n')[1]); // what due itself has written; the rest is of version 1
        Assert.StartsWith("{\"v\":1,", _work.Read(".kata/log.jsonl"));
    }

    [Fact]
    public void The_grade_is_told_and_changed_by_a_key_once_due_was_asked_for()
    {
        _work.Answer = Workspace.Green;
        Assert.DoesNotContain("graded", Watched("q"));
        _work.Kata("due");
        string output = Watched("gq");
        Assert.Contains(" graded easy, due again on ", output);
        Assert.Contains("graded again, due again on ", output);
    }

    [Fact]
    public void Where_no_kata_is_in_hand_what_is_due_is_offered()
    {
        Log(Green("TopK", "2026-03-20T19:00:00+01:00", 600));
        Now = "2026-05-20T08:00:00+01:00";
        using var watch = _work.Start();
        Assert.Equal("TopK is due, done 61 days ago; kata again TopK begins it anew.", watch.StandardOutput.ReadLine());
        watch.StandardInput.Write('q');
        watch.StandardInput.Close();
        Assert.True(watch.WaitForExit(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("--by wants a day after today, 2026-03-28, and 2026-03-28 is none.", "--by", "2026-03-28")]
    [InlineData("--by wants a day like 2027-01-15, and '15.1.2027' is none.", "--by", "15.1.2027")]
    [InlineData("--minutes belongs to a plan: kata due --by 2027-01-15 --minutes 60.", "--minutes", "60")]
    [InlineData("--limit wants a number from 1, and '-1' is none.", "--limit", "-1")]
    public void What_cannot_be_served_is_one_sentence(string sentence, params string[] flags)
    {
        Now = "2026-03-28T08:00:00+01:00";
        var refused = _work.Kata(["due", .. flags]);
        Assert.Equal((2, "", $"{sentence}\n"), (refused.Code, refused.Output, refused.Errors));
    }

    [Fact]
    public void A_plan_has_a_line_per_day()
    {
        Now = "2026-03-27T08:00:00+01:00";
        string[] lines = Said("due", "--by", "2026-04-03", "--minutes", "45").TrimEnd().Split('\n');
        Assert.StartsWith("Fri 2026-03-27  new: MinHeap", lines[0]);
        Assert.Equal("Thu 2026-04-02  kata interview; 45 min", lines[6]);
        Assert.StartsWith("45 minutes a day leave no room for ", lines[7]);
    }

    [Fact]
    public void Notes_are_kept_and_shown_at_green()
    {
        Assert.Equal("TopK has no notes yet.\n", Said("note", "topk"));
        _work.Kata("note", "TopK", "first\u001b[2J");
        _work.Kata("note", "TopK", "second");
        string[] lines = Said("note", "TopK").TrimEnd().Split('\n');
        Assert.Equal((2, false), (lines.Length, lines[0].Contains('\u001b')));
        _work.Answer = Workspace.Green;
        Assert.Contains("\n your note: second\n", Watched("q"));
    }

    private static string Green(string kata, string time, int seconds) => $"{{\"v\":1,\"time\":\"{time}\",\"kata\":\"{kata}\",\"kind\":\"checked\",\"state\":\"Green\",\"seconds\":{seconds}}}";

    private static string GivenUp(string kata, string time) => $"{{\"v\":1,\"time\":\"{time}\",\"kata\":\"{kata}\",\"kind\":\"gaveUp\"}}";

    private void Log(params string[] lines) => _work.Write(".kata/log.jsonl", string.Concat(lines.Select(line => $"{line}\n")));

    private string Said(params string[] arguments)
    {
        var said = _work.Kata(arguments);
        Assert.Equal((0, ""), (said.Code, said.Errors));
        return said.Output;
    }

    /// <summary>A watch of TopK, that gets its keys once the first check has ended.</summary>
    private string Watched(string keys)
    {
        using var watch = _work.Start("watch", "TopK", "--by-key");
        string output = "";
        while (watch.StandardOutput.ReadLine() is { } line)
        {
            output += $"{line}\n";
            if (line.EndsWith(" s")) break;
        }
        watch.StandardInput.Write(keys);
        watch.StandardInput.Close();
        output += watch.StandardOutput.ReadToEnd();
        Assert.True(watch.WaitForExit(TimeSpan.FromMinutes(1)));
        return output;
    }

    public void Dispose() => _work.Dispose();
}
