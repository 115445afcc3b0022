namespace Etudes.Dojo;

/// <summary>
/// A .kata of before the log comes over without loss. Its files are as commit 0c452c7 wrote them.
/// </summary>
public sealed class ImportTests : IDisposable
{
    private const string TopK = """
        {
          "state": "Red",
          "started": "2026-11-28T14:35:25.0959792+00:00",
          "time": null,
          "hintsSeen": 2,
          "gaveUp": false,
          "replay": "Keeps_the_k_largest_in_descending_order:10451216379200822465:16739924786248912507:1",
          "attempts": [
            {
              "ended": "2026-11-28T14:35:23.4043151+00:00",
              "state": "Green",
              "time": "00:00:06.6092172",
              "file": ".kata/attempts/TopK/2026-11-28-1435.cs"
            }
          ]
        }

        """;

    private const string BottomK = """
        {
          "state": "NotWritten",
          "started": "2026-11-28T14:35:33.3260899+00:00",
          "time": null,
          "hintsSeen": 0,
          "gaveUp": true,
          "replay": null,
          "attempts": []
        }

        """;

    private readonly Workspace _work = new();

    public ImportTests()
    {
        _work.Write(".kata/TopK.json", TopK);
        _work.Write(".kata/BottomK.json", BottomK);
        _work.Write(".kata/MaxHeap.damaged.json", "mine");
        _work.Write(".kata/lock", "");
    }

    [Fact]
    public void All_that_was_known_is_known()
    {
        string list = _work.Kata("list").Output;
        Assert.Matches("TopK +red +level 1 20 min best 0:06", list);
        Assert.Matches("BottomK +not written yet level 1 15 min", list);
        Assert.Equal("", _work.Kata("list").Errors);

        var (top, bottom) = (new LearnerLog(_work.Full(".kata")).Of("TopK"), new LearnerLog(_work.Full(".kata")).Of("BottomK"));
        Assert.Equal((State.Red, DateTimeOffset.Parse("2026-11-28T14:35:25.0959792+00:00"), null, 2, false), (top.State, top.Started, top.Time, top.HintsSeen, top.GaveUp));
        Assert.Equal("Keeps_the_k_largest_in_descending_order:10451216379200822465:16739924786248912507:1", top.Replay);
        Assert.Equal([new(null, DateTimeOffset.Parse("2026-11-28T14:35:23.4043151+00:00"), State.Green, TimeSpan.Parse("00:00:06.6092172"), ".kata/attempts/TopK/2026-11-28-1435.cs")], top.Attempts);
        Assert.Equal((State.NotWritten, DateTimeOffset.Parse("2026-11-28T14:35:33.3260899+00:00"), true), (bottom.State, bottom.Started, bottom.GaveUp));
        Assert.Empty(bottom.Attempts);
    }

    [Fact]
    public void The_old_files_are_kept_and_read_no_more()
    {
        _work.Kata("hint", "TopK");
        Assert.Equal((TopK, BottomK), (_work.Read(".kata/before-log/TopK.json"), _work.Read(".kata/before-log/BottomK.json")));
        Assert.Equal(["MaxHeap.damaged.json", "lock", "log.jsonl"], Directory.GetFiles(_work.Full(".kata")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        _work.Write(".kata/TopK.json", BottomK);
        Assert.StartsWith("Brute force (1 of 3)", _work.Kata("hint", "TopK").Output); // the third came before
    }

    [Fact]
    public void An_attempt_goes_on()
    {
        _work.Answer = Workspace.Green;
        _work.Kata("check", "TopK");
        var known = new LearnerLog(_work.Full(".kata")).Of("TopK");
        Assert.Equal((State.Green, 2, 2), (known.State, known.HintsSeen, known.Count));
        Assert.InRange(known.Time!.Value, DateTimeOffset.Now - known.Started!.Value - TimeSpan.FromMinutes(5), DateTimeOffset.Now - known.Started.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"state\": \"Gre")]
    [InlineData("{ \"state\": \"Blue\" }")]
    [InlineData("{ \"attempts\": null }")]
    [InlineData("{ \"attempts\": [{}] }")]
    [InlineData("{ \"attempts\": [null] }")]
    [InlineData("{ \"state\": 7 }")]
    [InlineData("{ \"attempts\": [{ \"ended\": \"2026-11-28T14:35:23Z\", \"state\": 7, \"file\": \"a.cs\" }] }")]
    [InlineData("\u0001\u0002\ufffd")]
    public void A_damaged_file_is_kept_and_the_others_come_over(string damaged)
    {
        _work.Write(".kata/TopK.json", damaged);
        var said = _work.Kata("hint", "TopK");
        Assert.Equal((0, 1), (said.Code, said.Errors.TrimEnd().Split('\n').Length));
        Assert.Contains(".kata/TopK.json is damaged", said.Errors);
        Assert.StartsWith("Brute force (1 of 3)", said.Output);
        Assert.Equal(damaged, _work.Read(".kata/before-log/TopK.json"));
        Assert.True(new LearnerLog(_work.Full(".kata")).Of("BottomK").GaveUp);
    }

    public void Dispose() => _work.Dispose();
}
