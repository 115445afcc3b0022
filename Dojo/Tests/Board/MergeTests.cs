using Xunit;

namespace Etudes.Dojo;

/// <summary>Records of several machines become one story.</summary>
public sealed class MergeTests : IDisposable
{
    private const string Lynx = "0123456789abcdef0123456789abcdef", Fox = "fedcba9876543210fedcba9876543210";

    private static readonly DateTimeOffset s_nine = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("merge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Order_duplicates_time_zones_and_wrong_clocks_do_not_matter()
    {
        var opened = Opened();
        // The laptop is an hour behind and in another zone; the board has not got its last check.
        CheckMade[] own = [.. Enumerable.Range(2, 4).Select(n => Check(Lynx, n, s_nine.AddMinutes(n).AddHours(-1).ToOffset(TimeSpan.FromHours(9))))];
        CheckMade[] kept = [.. own.SkipLast(1).Select(check => check with { At = check.Time.AddHours(1) })];
        CheckMade[] others = [.. Enumerable.Range(1, 3).Select(n => Check(Fox, n, s_nine.AddMinutes(n)) with { At = s_nine.AddMinutes(n) })];
        var board = File("board", [opened, .. kept, .. others, .. kept, opened]);
        var laptop = File("laptop", [new TeamJoined("KXQWTR", "lynx", []) { Team = Lynx, N = 1, Time = own[0].Time.AddMinutes(-1) }, .. own.Reverse()]);
        foreach (var files in (DojoFile[][])[[board, laptop], [laptop, board], [board, laptop, board]])
        {
            var story = DojoMerge.Of(files);
            DojoEvent[] ofBoard = [.. story.Where(happened => happened is not TeamJoined and not CheckMade { N: 5 })];
            Assert.Equal([opened, .. kept, .. others], ofBoard, (one, other) => DojoLine.Of(one).SequenceEqual(DojoLine.Of(other)));
            Assert.Equal([2, 3, 4, 5], story.OfType<CheckMade>().Where(check => check.Team == Lynx).Select(check => check.N));
            Assert.Equal(s_nine.AddMinutes(5), story.OfType<CheckMade>().Last().At);
            Assert.Single(story.OfType<DojoOpened>());
        }
    }

    [Fact]
    public void A_laptop_alone_knows_how_far_the_boards_clock_was_ahead()
    {
        var laptop = File("laptop", [new TeamJoined("KXQWTR", "lynx", [], Ahead: 3600) { Team = Lynx, N = 1, Time = s_nine }, Check(Lynx, 2, s_nine)]);
        Assert.Equal(s_nine.AddHours(1), DojoMerge.Of(laptop).OfType<CheckMade>().Single().At);
    }

    [Fact]
    public void What_only_a_laptop_has_stands_where_it_belongs_among_its_teams()
    {
        CheckMade[] own = [.. Enumerable.Range(1, 4).Select(n => Check(Lynx, n, s_nine.AddMinutes(n)))];
        var board = File("board", [Opened(), own[0] with { At = own[0].Time }, Check(Fox, 1, s_nine) with { At = s_nine }, own[2] with { At = own[2].Time }]);
        var laptop = File("laptop", [new TeamJoined("KXQWTR", "lynx", []) { Team = Lynx, N = 9, Time = s_nine }, .. own]);
        Assert.Equal([(Lynx, 1), (Fox, 1), (Lynx, 2), (Lynx, 3), (Lynx, 4)], DojoMerge.Of(board, laptop).OfType<CheckMade>().Select(check => (check.Team, check.N)));
    }

    [Fact]
    public void Rows_stand_and_are_named_as_the_board_took_them()
    {
        var newt = new TeamJoined("KXQWTR", "newt", []) { Team = Lynx, N = 1, Time = s_nine, At = s_nine.AddMinutes(1) };
        var early = newt with { Team = Fox, At = s_nine }; // it joined while the way was closed
        var room = new Room();
        foreach (var happened in DojoMerge.Of(File("board", [Opened(), newt, early]))) room.Take(happened);
        Assert.Equal([(Lynx, "newt"), (Fox, "newt 2")], room.Teams.Select(team => (team.Id, team.Name)));
    }

    [Fact]
    public void A_cut_last_line_and_nonsense_are_left_out()
    {
        var board = File("board", [Opened(), Check(Lynx, 1, s_nine)]);
        System.IO.File.AppendAllText(board.Path, "nonsense\n{}\n[1]\nnull\n{\"kind\":\"check\",\"v\":1,\"team\":\"");
        Assert.Equal(2, DojoMerge.Of(board).Count);
    }

    [Fact]
    public void A_newer_record_is_refused_in_one_sentence()
    {
        var board = File("board", [Opened() with { V = 2 }]);
        Assert.Contains("version 2", Assert.Throws<RefusedException>(() => DojoMerge.Of(board)).Message);
    }

    [Fact]
    public void Of_several_dojos_the_last_one_is_told()
    {
        var story = DojoMerge.Of(File("old", [Opened() with { Code = "AAAAAA" }, Check(Fox, 1, s_nine)]), File("new", [Opened() with { Time = s_nine.AddDays(1) }, Check(Lynx, 1, s_nine.AddDays(1))]));
        Assert.Equal([Lynx], story.OfType<CheckMade>().Select(check => check.Team));
    }

    [Fact]
    public void Where_nothing_is_told_that_is_said() => Assert.StartsWith("No dojo is told of there", Assert.Throws<RefusedException>(() => DojoMerge.Of(File("empty", []))).Message);

    private DojoFile File(string name, IEnumerable<DojoEvent> events)
    {
        var file = new DojoFile(Path.Combine(_folder, $"{name}.jsonl"));
        file.Append(events);
        return file;
    }

    private static DojoOpened Opened() => new("KXQWTR", Lynx, "ada", new(0, false, false, null, [])) { Time = s_nine, At = s_nine };

    private static CheckMade Check(string team, int n, DateTimeOffset time) => new("TopK", Light.Red, "", 1, 2, ["a law"]) { Team = team, N = n, Time = time };
}
