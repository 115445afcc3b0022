using System.Text;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>What a laptop learns of its board without a check of its own.</summary>
public sealed class SeatTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly string s_lynx = BoardHere.Team(0), s_newt = BoardHere.Team(1);
    private static readonly Kata s_topK = Kata.Find("TopK")!;

    private readonly string _folder = Directory.CreateTempSubdirectory("seat-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_gets_another_name_is_told_to_its_laptop(bool byFolder)
    {
        await using var board = await BoardHere.Start();
        var folder = new SharedFolder(_folder);
        await using var post = byFolder ? new FolderPost(board.Desk, folder) : null;
        board.Desk.Take(s_lynx, [BoardHere.Joined(s_lynx)], WallClock.Now);
        await using var seat = await Join(board, byFolder ? new FolderWay(folder) : new NetworkWay($"127.0.0.1:{board.Port}", BoardHere.Code));
        Until(seat, "The board: your row is named lynx 2 now.");
        Assert.StartsWith("lynx 2  ", seat.Line(asksGuess: false).Text);
        await board.Post($"{BoardHere.Token}/row/1", "the newts"u8.ToArray());
        Until(seat, "The board: your row is named the newts now.");
    }

    [Fact]
    public async Task In_a_phase_that_is_not_for_code_no_turn_goes_on()
    {
        await using var board = await BoardHere.Start(); // setup, code
        await using var seat = await Join(board, new NetworkWay($"127.0.0.1:{board.Port}", BoardHere.Code));
        seat.Tick(s_topK).ToArray();
        Assert.Contains("  bob ", seat.Line(asksGuess: false).Text);
        await board.Post($"{BoardHere.Token}/phase", []);
        Until(seat, "The board: setup begins.");
        Assert.DoesNotContain("  bob ", seat.Line(asksGuess: false).Text);
        await board.Post($"{BoardHere.Token}/phase", []);
        Until(seat, "The board: code begins.");
        Assert.Contains("  bob ", seat.Line(asksGuess: false).Text);
    }

    [Fact]
    public async Task A_kata_that_a_laptop_has_taken_is_in_its_row_before_the_first_check()
    {
        await using var board = await BoardHere.Start();
        await using var seat = await Join(board, new NetworkWay($"127.0.0.1:{board.Port}", BoardHere.Code));
        Assert.Equal("TopK", Taken());
        seat.Tick(Kata.Find("Kruskal")!).ToArray();
        Assert.True(SpinWait.SpinUntil(() => Taken() == "Kruskal", s_patience));

        string? Taken() => board.Desk.See(room => room.Find(s_newt)!.Kata);
    }

    [Fact]
    public async Task Over_the_network_no_laptop_learns_the_id_of_another()
    {
        await using var board = await BoardHere.Start(teams: 2);
        Assert.DoesNotContain(s_newt, (await board.Tell(s_lynx)).Said);
        Assert.DoesNotContain(s_newt, (await board.Tell(BoardHere.Team(2))).Said);
        Assert.Contains($"\"{s_lynx}\":\"lynx\"", (await board.Tell(s_lynx)).Said);
    }

    private async Task<Seat> Join(BoardHere board, IWay way)
    {
        var joined = BoardHere.Joined(s_newt);
        var outbox = new Outbox(new(Path.Combine(_folder, "own")), way, s_newt, []);
        var seat = new Seat(outbox, joined, board.Desk.See(room => room.News(WallClock.Now, s_newt)), sendsSource: true);
        seat.Sit(s_topK);
        Assert.True(await Task.Run(() => SpinWait.SpinUntil(() => board.Desk.See(room => room.Find(s_newt)) is not null, s_patience)));
        return seat;
    }

    /// <summary>Looks as a watch does, until the seat has something to say.</summary>
    private static void Until(Seat seat, string words)
    {
        var said = new StringBuilder();
        Assert.True(SpinWait.SpinUntil(() => said.AppendJoin('\n', seat.Tick(s_topK).SelectMany(Terminal.Lines)).ToString().Contains(words), s_patience), $"it never said '{words}':\n{said}");
    }
}
