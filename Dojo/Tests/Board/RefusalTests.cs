using System.Diagnostics;
using System.Net;
using System.Text;

namespace Etudes.Dojo;

/// <summary>What a board refuses, and in which words.</summary>
public sealed class RefusalTests
{
    private static readonly string s_lynx = BoardHere.Team(0), s_newt = BoardHere.Team(1);

    [Fact]
    public async Task A_wrong_code_is_refused()
    {
        await using var board = await BoardHere.Start();
        foreach (string path in (string[])["KXQWTS", "kxqwtr", "KXQWTR/", "KXQWTR/..", $"{BoardHere.Token[1..]}/", "favicon.ico"])
            Is(HttpStatusCode.Forbidden, "This board knows neither that code nor that address; the code stands on the wall.", await board.Post(path, BoardHere.Message(s_lynx, BoardHere.Joined(s_lynx))));
        Is(HttpStatusCode.Forbidden, "This board knows neither that code nor that address; the code stands on the wall.", await board.Get(BoardHere.Code));
        Assert.Single(board.Recorded);
    }

    [Fact]
    public async Task Who_tries_many_codes_waits_and_who_has_the_right_one_does_not()
    {
        await using var board = await BoardHere.Start();
        var tried = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => board.Post($"KXQ{(char)('A' + i % 24)}AA", [])));
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests], tried.Select(one => one.Status).Distinct().Order());
        Assert.Contains("Too many wrong codes; wait a second.\n", tried.Select(one => one.Said));
        Assert.Equal(HttpStatusCode.OK, (await board.Tell(s_lynx, BoardHere.Joined(s_lynx))).Status);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("192.0.2.7:5050")]
    public async Task A_foreign_name_is_refused(string host)
    {
        await using var board = await BoardHere.Start();
        Is(HttpStatusCode.Forbidden, "This name is none of this machine's; the address is the one that the terminal tells.", await board.Get($"{BoardHere.Token}/", host));
    }

    [Fact]
    public async Task A_message_of_64_KB_is_taken_and_a_larger_one_is_not()
    {
        await using var board = await BoardHere.Start(teams: 1);
        const int DigitsOfTimes = 20; // a time is written without the zeros at its end
        int around = DigitsOfTimes + BoardHere.Message(s_lynx, BoardHere.Check(s_lynx, 2, source: "")).Length;
        Assert.Equal(HttpStatusCode.OK, (await board.Tell(s_lynx, BoardHere.Check(s_lynx, 2, source: new('x', Bounds.Message - around)))).Status);
        Is(HttpStatusCode.RequestEntityTooLarge, "The board takes messages of at most 64 KB.", await board.Tell(s_lynx, BoardHere.Check(s_lynx, 3, source: new('x', 65 * 1024))));
        Is(HttpStatusCode.RequestEntityTooLarge, "The board takes messages of at most 64 KB.", await board.Post($"{BoardHere.Token}/retro/liked", new byte[65 * 1024]));
        Assert.Equal([2], board.Recorded.OfType<CheckMade>().Select(check => check.N));
    }

    [Fact]
    public async Task The_21st_message_of_a_second_waits_and_another_team_does_not()
    {
        await using var board = await BoardHere.Start(teams: 2);
        var time = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => board.Tell(s_lynx)));
        int seconds = (int)time.Elapsed.TotalSeconds + 2; // those that have begun and ended
        Assert.InRange(answers.Count(answer => answer.Status == HttpStatusCode.OK), Bounds.MessagesPerSecond, seconds * Bounds.MessagesPerSecond);
        Assert.Contains((HttpStatusCode.TooManyRequests, "The board takes at most 20 messages a second.\n"), answers);
        Assert.Equal(HttpStatusCode.OK, (await board.Tell(s_newt)).Status);
    }

    [Fact]
    public async Task The_31st_team_is_told_so()
    {
        await using var board = await BoardHere.Start(teams: Bounds.Teams);
        Is(HttpStatusCode.Conflict, "The board has 30 teams and takes no more.", await board.Tell(BoardHere.Team(30), BoardHere.Joined(BoardHere.Team(30))));
        Assert.Equal(HttpStatusCode.OK, (await board.Tell(BoardHere.Team(29), BoardHere.Check(BoardHere.Team(29), 2))).Status);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.BadRequest, "This is no message of a laptop.")]
    [InlineData(2, HttpStatusCode.UpgradeRequired, "The board speaks version 1 of the dojo and this laptop version 2: where the board is, type git pull and ./kata doctor.")]
    public async Task A_laptop_of_another_version_is_told_what_mends_it(int version, HttpStatusCode status, string sentence)
    {
        await using var board = await BoardHere.Start();
        string message = Encoding.UTF8.GetString(BoardHere.Message(s_lynx)).Replace("\"v\":1", $"\"v\":{version}");
        Is(status, sentence, await board.Post(BoardHere.Code, Encoding.UTF8.GetBytes(message)));
    }

    [Fact]
    public async Task What_is_no_event_of_the_team_is_refused()
    {
        await using var board = await BoardHere.Start(teams: 2);
        DojoEvent check = BoardHere.Check(s_lynx, 2);
        Is(HttpStatusCode.BadRequest, "The board does not take this: it speaks for another team.", await board.Tell(s_newt, check));
        Is(HttpStatusCode.BadRequest, "The board does not take this: it speaks for another team.", await board.Tell(s_newt, new PhaseEnded()));
        Is(HttpStatusCode.BadRequest, "The board does not take this: it joins another board.", await board.Tell(s_lynx, BoardHere.Joined(s_lynx, n: 2) with { Code = "AAAAAA" }));
        Is(HttpStatusCode.BadRequest, "The board does not take this: it is of another version.", await board.Tell(s_lynx, check with { V = 2 })); // else the record could not be read again
        Is(HttpStatusCode.BadRequest, "The board does not take this: its time is nowhere.", await board.Tell(s_lynx, check with { Time = DateTimeOffset.MaxValue }));
        Is(HttpStatusCode.Conflict, "The board does not know this team: a team joins first.", await board.Tell(BoardHere.Team(2), BoardHere.Check(BoardHere.Team(2), 1)));
        Assert.Equal(3, board.Recorded.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ffffffffffffffffffffffffffffffff/")]
    [InlineData("KXQWTR/")]
    public async Task Without_the_token_nobody_does_what_the_facilitator_does(string start)
    {
        await using var board = await BoardHere.Start(teams: 1);
        foreach (string act in (string[])["phase", "phase/end", "hint", "row/0", "retro/liked"])
            Assert.Equal(HttpStatusCode.Forbidden, (await board.Post(start + act, "TopK"u8.ToArray())).Status);
        Assert.Equal(2, board.Recorded.Length);
    }

    [Theory]
    [InlineData("row/1", HttpStatusCode.NoContent)] // of a team that is not there: nothing happens
    [InlineData("row/-1", HttpStatusCode.NoContent)]
    [InlineData("row/99999999999", HttpStatusCode.NotFound)]
    [InlineData("kata", HttpStatusCode.NotFound)]
    [InlineData("retro/nothing", HttpStatusCode.NotFound)]
    [InlineData("retro/%2e%2e%2fliked", HttpStatusCode.NotFound)]
    [InlineData("row/0", HttpStatusCode.Conflict)]
    [InlineData("retro/liked", HttpStatusCode.Conflict)]
    public async Task An_act_that_cannot_be_done_changes_nothing(string act, HttpStatusCode status)
    {
        await using var board = await BoardHere.Start(teams: 1);
        Assert.Equal(status, (await board.Post($"{BoardHere.Token}/{act}", Encoding.UTF8.GetBytes(new string('x', 4_001)))).Status);
        Assert.Equal(2, board.Recorded.Length);
    }

    private static void Is(HttpStatusCode status, string sentence, (HttpStatusCode Status, string Said) answer) => Assert.Equal((status, $"{sentence}\n"), answer);
}
