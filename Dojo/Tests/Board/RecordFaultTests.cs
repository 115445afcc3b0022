using System.Net;
using System.Text;

namespace Etudes.Dojo;

/// <summary>What a record loses when a disk is full, a line is cut or comes twice: nothing that was acknowledged.</summary>
public sealed class RecordFaultTests
{
    private const string Full = "The board takes no more: its record has 0 MB; kata dojo host --new begins another one.\n";

    private static readonly string s_lynx = BoardHere.Team(0);

    [Fact]
    public async Task A_record_at_its_bound_takes_no_more_of_laptops()
    {
        await using var board = await BoardHere.Start(most: Desk.Spare + 2_000);
        Assert.Equal(HttpStatusCode.OK, (await board.Tell(s_lynx, BoardHere.Joined(s_lynx))).Status);
        var full = await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2, source: new('x', 2_000)));
        Assert.Equal(HttpStatusCode.OK, full.Status);
        Assert.Equal((HttpStatusCode.Conflict, Full), await board.Tell(s_lynx, BoardHere.Check(s_lynx, 3)));
        Assert.Equal(HttpStatusCode.OK, (await board.Tell(s_lynx)).Status); // it may still ask
        Assert.Equal([2], board.Recorded.OfType<CheckMade>().Select(check => check.N));
    }

    [Fact]
    public async Task Of_the_facilitator_a_full_record_takes_ends_and_names_up_to_its_bound()
    {
        const int Most = Desk.Spare + 2_000;
        await using var board = await BoardHere.Start(Most, teams: 1);
        Assert.Equal(HttpStatusCode.NoContent, (await Act("phase")).Status);
        board.Record.Append(BoardHere.Check(s_lynx, 2, source: new('x', 2_000)));
        await board.Tell(s_lynx, BoardHere.Check(s_lynx, 3)); // the board sees how long the record is
        long full = board.Record.Length;
        foreach (string act in (string[])["phase", "kata", "hint", "retro/liked"]) Assert.Equal((HttpStatusCode.Conflict, Full), await Act(act));
        Assert.Equal(full, board.Record.Length);
        Assert.Equal(HttpStatusCode.NoContent, (await Act("phase/end")).Status);
        Assert.Null(board.Desk.See(room => room.Phase));
        var names = 0;
        while ((await Act("row/0")).Status == HttpStatusCode.NoContent && names < 10_000) names++;
        Assert.Equal((HttpStatusCode.Conflict, Full), await Act("row/0"));
        Assert.InRange(board.Record.Length, Most - 300, Most);

        Task<(HttpStatusCode Status, string Said)> Act(string path) => board.Post($"{BoardHere.Token}/{path}", "TopK"u8.ToArray());
    }

    [Fact]
    public async Task A_full_disk_acknowledges_nothing_and_the_board_goes_on_when_there_is_room()
    {
        if (!File.Exists("/dev/full")) return;
        await using var board = await BoardHere.Start(teams: 1);
        string aside = $"{board.Record.Path}.aside";
        File.Move(board.Record.Path, aside);
        File.CreateSymbolicLink(board.Record.Path, "/dev/full");
        var answer = await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2));
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.Status);
        Assert.StartsWith("The board cannot write it down: ", answer.Said);
        Assert.Equal(HttpStatusCode.InsufficientStorage, (await board.Post($"{BoardHere.Token}/phase", [])).Status);
        Assert.Contains("\"kept\":1", (await board.Tell(s_lynx)).Said);
        File.Delete(board.Record.Path);
        File.Move(aside, board.Record.Path);
        Assert.Contains("\"kept\":2", (await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2))).Said);
        Assert.Single(board.Recorded.OfType<CheckMade>());
    }

    [Fact]
    public async Task Begun_again_on_a_cut_line_a_board_knows_what_it_acknowledged_and_goes_on()
    {
        await using var board = await BoardHere.Start(teams: 1);
        await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2));
        File.AppendAllText(board.Record.Path, """{"kind":"check","kata":"To""");
        var again = new Desk(board.Record);
        Assert.Equal(3, again.Take(s_lynx, [BoardHere.Check(s_lynx, 3)], WallClock.Now).Kept);
        Assert.Equal([2, 3], board.Recorded.OfType<CheckMade>().Select(check => check.N));
    }

    [Fact]
    public async Task A_line_that_stands_twice_is_one_light()
    {
        await using var board = await BoardHere.Start(teams: 1);
        await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2));
        File.AppendAllText(board.Record.Path, File.ReadAllLines(board.Record.Path)[^1] + "\n");
        Assert.Single(new Desk(board.Record).See(room => room.Teams[0].Lights));
    }

    [Fact]
    public async Task What_comes_again_is_kept_once()
    {
        await using var board = await BoardHere.Start(teams: 1);
        await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2));
        await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2), BoardHere.Check(s_lynx, 3), BoardHere.Check(s_lynx, 3));
        Assert.Equal([2, 3], board.Recorded.OfType<CheckMade>().Select(check => check.N));
    }

    [Fact]
    public async Task A_record_of_many_parts_is_read_whole()
    {
        await using var board = await BoardHere.Start(teams: 1);
        File.AppendAllText(board.Record.Path, $"{new string('x', 9_000_000)}\n"); // no event is so long
        string source = new('x', 50_000);
        var checks = Enumerable.Range(2, 200).Select(n => BoardHere.Check(s_lynx, n, source: source));
        board.Record.Append(checks);
        Assert.Equal(Enumerable.Range(2, 200), board.Recorded.OfType<CheckMade>().Select(check => check.N));
    }

    [Fact]
    public async Task A_laptop_whose_file_has_lost_its_end_goes_on_behind_what_the_board_has()
    {
        await using var board = await BoardHere.Start(teams: 1);
        await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2), BoardHere.Check(s_lynx, 3));
        var file = new DojoFile($"{board.Record.Path}.team");
        file.Append(BoardHere.Joined(s_lynx));
        await using (var outbox = new Outbox(file, new NetworkWay($"127.0.0.1:{board.Port}", BoardHere.Code), s_lynx, [.. file.Read().OfType<TeamEvent>()]))
        {
            outbox.Add(BoardHere.Check("", 0, Light.Green));
            Assert.True(SpinWait.SpinUntil(() => outbox.Waiting == 0, TimeSpan.FromSeconds(20)));
        }
        Assert.Equal([(2, Light.Red), (3, Light.Red), (4, Light.Green)], board.Recorded.OfType<CheckMade>().Select(check => (check.N, check.Light)));
        Assert.Equal(4, file.Read().OfType<TeamEvent>().Max(happened => happened.N));
    }

    [Fact]
    public async Task In_a_folder_neither_a_refused_team_nor_a_file_of_another_dojo_is_in_the_way()
    {
        await using var board = await BoardHere.Start(teams: Bounds.Teams - 1);
        var folder = new SharedFolder(Directory.CreateDirectory($"{board.Record.Path}.folder").FullName);
        string[] teams = [.. Enumerable.Range(1_000, 20).Select(BoardHere.Team)];
        foreach (string team in teams) folder.OfTeam(team).Append(BoardHere.Joined(team)); // one too many, wherever it is read
        string old = BoardHere.Team(2_000);
        folder.OfTeam(old).Append(BoardHere.Joined(old) with { Code = "AAAAAA" });
        await using (new FolderPost(board.Desk, folder))
        {
            Assert.True(SpinWait.SpinUntil(() => board.Desk.See(room => room.Teams.Count) == Bounds.Teams, TimeSpan.FromSeconds(20)));
            string taken = board.Desk.See(room => room.Teams[^1].Id);
            folder.OfTeam(taken).Append(BoardHere.Check(taken, 2));
            Assert.True(SpinWait.SpinUntil(() => board.Desk.See(room => room.Teams[^1].Lights.Count) == 1, TimeSpan.FromSeconds(20)));
        }
        Assert.Null(board.Desk.See(room => room.Find(old)));
        Assert.Equal(Encoding.UTF8.GetString(DojoLine.Of(BoardHere.Joined(old))).Length > 0, File.Exists(folder.OfTeam(old).Path));
    }
}
