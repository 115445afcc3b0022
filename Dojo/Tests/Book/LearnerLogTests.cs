using System.Text;

namespace Etudes.Dojo;

/// <summary>What is known follows from the events. Nothing is lost or read twice.</summary>
public sealed class LearnerLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kata-log-").FullName;
    private readonly DateTimeOffset _start = new(2026, 3, 1, 19, 5, 0, TimeSpan.FromHours(1));
    private readonly Action<string> _real = Notices.Tell;
    private readonly List<string> _told = [];

    public LearnerLogTests() => Notices.Tell = _told.Add;

    private string Full => Path.Combine(_folder, "log.jsonl");

    private Progress Known => new LearnerLog(_folder).Of("TopK");

    private Checked CheckedAfter(int seconds, State state) => new("TopK", state, state == State.Red ? "token" : null, TimeSpan.FromSeconds(0.5)) { Time = _start.AddSeconds(seconds) };

    private void Append(params Event[] events)
    {
        foreach (var happened in events) new LearnerLog(_folder).Append(happened);
    }

    [Fact]
    public void The_clock_runs_from_the_first_check_to_the_first_green_one()
    {
        Append(CheckedAfter(0, State.NotWritten), CheckedAfter(60, State.Red));
        Assert.Equal((State.Red, "token", null), (Known.State, Known.Replay, Known.Time));
        Append(CheckedAfter(90, State.Green), CheckedAfter(120, State.Red));
        Assert.Equal((State.Red, "token"), (Known.State, Known.Replay));
        Assert.Equal((_start.AddSeconds(-0.5), TimeSpan.FromSeconds(90.5)), (Known.Started, Known.Time));
    }

    [Fact]
    public void Who_has_given_up_gets_no_time()
    {
        Append(CheckedAfter(0, State.Red), new GivenUp("TopK"), CheckedAfter(9, State.Green));
        Assert.Equal((true, State.Green, null), (Known.GaveUp, Known.State, Known.Time));
    }

    [Fact]
    public void An_interview_that_failed_counts_once_as_forgotten()
    {
        Append(CheckedAfter(0, State.Red), new GivenUp("TopK"), new Interviewed("TopK", State.Red, TimeSpan.FromMinutes(45), "card.md"));
        Assert.Null(Assert.Single(Known.Reviews).Taken);
        Assert.Single(Known.Interviews);
    }

    [Fact]
    public void An_attempt_that_is_put_aside_leaves_its_time_and_nothing_else()
    {
        Append(CheckedAfter(0, State.Green), new HintShown("TopK", 2), new GivenUp("TopK"), new PutAside("TopK", "a.cs", State.Green, TimeSpan.FromSeconds(0.5)) { Time = _start });
        Assert.Equal([new(_start - TimeSpan.FromSeconds(0.5), _start, State.Green, TimeSpan.FromSeconds(0.5), "a.cs")], Known.Attempts);
        Assert.Equal((State.NotWritten, null, null, 0, false), (Known.State, Known.Started, Known.Time, Known.HintsSeen, Known.GaveUp));
        Append(new PutAside("TopK", null, State.Red, null));
        Assert.Single(Known.Attempts);
    }

    [Fact]
    public void After_a_reset_the_attempt_goes_on()
    {
        Append(CheckedAfter(0, State.Red), new HintShown("TopK", 2), new HintShown("TopK", 1), new StubReset("TopK"));
        Assert.Equal((State.NotWritten, null, 2, _start.AddSeconds(-0.5)), (Known.State, Known.Replay, Known.HintsSeen, Known.Started));
    }

    [Theory]
    [InlineData("{\"v\":1,\"kind\":\"hi")] // as a process leaves it that is killed while it writes
    [InlineData("{\"v\":1,\"kind\":\"hint\",\"time\":\"2026-03-01T19:05:00+01:00\",\"kata\":\"TopK\",\"hint\":2}")]
    public void Half_a_line_does_not_spoil_the_next(string torn)
    {
        Append(new HintShown("TopK", 1));
        File.AppendAllText(Full, torn);
        Append(new GivenUp("TopK"));
        bool whole = torn.EndsWith('}');
        Assert.Equal((true, whole ? 2 : 1), (Known.GaveUp, Known.HintsSeen));
        Assert.Equal(whole ? 0 : 1, _told.Count);
        Assert.Equal(!whole, File.Exists(Path.Combine(_folder, "log.damaged.jsonl")));
    }

    [Fact]
    public void Fields_that_are_not_known_and_another_order_do_no_harm()
    {
        File.WriteAllText(Full, "\n{ \"v\": 1, \"hint\": 3, \"more\": [1], \"kata\": \"TopK\", \"time\": \"2026-03-01T19:05:00+01:00\", \"kind\": \"hint\" }\r\n\n");
        Assert.Equal(3, Known.HintsSeen);
        Assert.Empty(_told);
    }

    [Fact]
    public void What_was_read_is_not_read_again()
    {
        var (watch, other) = (new LearnerLog(_folder), new LearnerLog(_folder));
        for (int i = 0; i < 10; i++) other.Append(new HintShown("MinHeap", 1));
        watch.Append(new HintShown("TopK", 1));
        using (var file = File.OpenWrite(Full)) file.Write("no event"u8); // met if read again
        File.AppendAllText(Full, Encoding.UTF8.GetString(EventLine.Of(new HintShown("TopK", 2))));
        Assert.Equal((2, 1), (watch.Of("TopK").HintsSeen, watch.Of("MinHeap").HintsSeen));
        Assert.Empty(_told);
        Assert.Equal(2, Known.HintsSeen);
        Assert.Single(_told);
    }

    [Fact]
    public void Another_file_in_its_place_is_read_from_its_start()
    {
        var log = new LearnerLog(_folder);
        log.Append(new HintShown("TopK", 3));
        File.WriteAllBytes(Full, [.. Enumerable.Range(0, 9).SelectMany(_ => EventLine.Of(new GivenUp("TopK")))]);
        Assert.Equal((true, 0), (log.Of("TopK").GaveUp, log.Of("TopK").HintsSeen));
        File.Delete(Full);
        Assert.False(log.Of("TopK").GaveUp);
    }

    public void Dispose()
    {
        Notices.Tell = _real;
        Directory.Delete(_folder, recursive: true);
    }
}
