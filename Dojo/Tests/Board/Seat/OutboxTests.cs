using Xunit;

namespace Etudes.Dojo;

/// <summary>What a laptop tells reaches the board once, whatever happens to the way.</summary>
public sealed class OutboxTests : IDisposable
{
    private const string Lynx = "0123456789abcdef0123456789abcdef";

    private readonly string _folder = Directory.CreateTempSubdirectory("outbox-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_could_not_be_sent_is_sent_when_the_way_is_open()
    {
        var way = new Way { IsClosed = true };
        await using var outbox = new Outbox(File("team"), way, Lynx, []);
        outbox.Add(Check("one"));
        outbox.Add(Check("two"));
        SpinWait.SpinUntil(() => outbox.Trouble is not null);
        Assert.Equal(("closed", 2), (outbox.Trouble, outbox.Waiting));
        way.IsClosed = false;
        outbox.Add(Check("three"));
        Assert.True(SpinWait.SpinUntil(() => outbox.Waiting == 0, TimeSpan.FromSeconds(30)));
        Assert.Equal(["one", "two", "three"], way.Kept.Select(check => check.Source));
    }

    [Fact]
    public async Task What_was_not_sent_is_sent_by_the_next_process()
    {
        await using (var first = new Outbox(File("team"), new Way { IsClosed = true }, Lynx, [])) first.Add(Check("one"));
        System.IO.File.AppendAllText(File("team").Path, "{\"kind\":\"check\",\"v\":1,\"te"); // it ended in the middle of a line
        var way = new Way();
        await using (var second = new Outbox(File("team"), way, Lynx, Known())) second.Add(Check("two"));
        Assert.Equal(["one", "two"], way.Kept.Select(check => check.Source));
        Assert.Equal([1, 2], Known().Select(happened => happened.N));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_not_kept_twice()
    {
        var way = new Way { LosesAnswers = true };
        await using (var outbox = new Outbox(File("team"), way, Lynx, []))
        {
            outbox.Add(Check("one"));
            SpinWait.SpinUntil(() => way.Kept.Count == 1);
            way.LosesAnswers = false;
        }
        Assert.Equal(["one"], way.Kept.Select(check => check.Source));
    }

    [Fact]
    public async Task A_source_that_no_message_has_room_for_stays_here()
    {
        var way = new Way();
        await using (var outbox = new Outbox(File("team"), way, Lynx, [])) outbox.Add(Check(new('x', Bounds.Message)));
        Assert.Null(way.Kept.Single().Source);
    }

    [Fact]
    public async Task A_folder_gets_each_event_once_also_after_half_a_line()
    {
        var folder = new SharedFolder(_folder);
        folder.Tell(Way.News(0));
        System.IO.File.WriteAllText(folder.OfTeam(Lynx).Path, "{\"half");
        await using (var outbox = new Outbox(File("own"), new FolderWay(folder), Lynx, [])) outbox.Add(Check("one"));
        await using (var outbox = new Outbox(File("own"), new FolderWay(folder), Lynx, [.. File("own").Read().Cast<TeamEvent>()])) outbox.Add(Check("two"));
        Assert.Equal(["one", "two"], folder.OfTeam(Lynx).Read().Cast<CheckMade>().Select(check => check.Source));
    }

    private DojoFile File(string name) => new(Path.Combine(_folder, $"{name}.own"));

    private TeamEvent[] Known() => [.. File("team").Read().Cast<TeamEvent>()];

    private static CheckMade Check(string source) => new("TopK", Light.Red, "", 0, 1, [], Source: source);

    /// <summary>A board that keeps what comes.</summary>
    private sealed class Way : IWay
    {
        public volatile bool IsClosed, LosesAnswers;

        public List<CheckMade> Kept { get; } = [];

        public string Place => "here";

        public bool Knows(BoardMet met) => false;

        public Task<BoardNews> Exchange(string team, IReadOnlyList<TeamEvent> events, CancellationToken cancel)
        {
            if (IsClosed) throw new IOException("closed");
            int kept = Kept.Count == 0 ? 0 : Kept[^1].N;
            Kept.AddRange(events.Where(happened => happened.N > kept).Cast<CheckMade>());
            if (LosesAnswers && events.Count > 0) throw new IOException("lost");
            return Task.FromResult(News(Kept.Count == 0 ? 0 : Kept[^1].N));
        }

        public static BoardNews News(int kept) => new(DojoLine.Newest, "KXQWTR", "ada", new(0, false, false, null, []), WallClock.Now, kept);
    }
}
