using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Etudes.Dojo;

/// <summary>A thousand spoilt messages, and as many spoilt lines of a record, always the same.</summary>
public sealed class MutatedTests
{
    private const int Seed = 20261, Count = 1_000;

    private static readonly string[] s_methods = ["GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "post", "FOO", "P\u00d6ST", ""];
    private static readonly string[] s_paths = ["/", "//", "/%00", "/KXQWTR%00", "/KXQWTR/x", "/../KXQWTR", "/%2e%2e/%2e%2e/etc/passwd", "/kxqwtr", "*", "http://example.org/KXQWTR", "/\u05d0", "KXQWTR", "/%", $"/{new string('x', 9_000)}", "/<script>", $"/{BoardHere.Token}/nothing", $"/{BoardHere.Token}/row/0", $"/{BoardHere.Token}/%2e%2e/x"];
    private static readonly string[] s_headers = ["Content-Type: text/html", "Content-Type: \u202e", "Content-Encoding: gzip", "Transfer-Encoding: chunked", "Transfer-Encoding: nonsense", "Content-Length: -1", "Content-Length: 99999999999", "Content-Length: 70000", "Host: example.org", "Host: ", "Host: localhost", "X: \u0000", "no header", $"X: {new string('y', 40_000)}", "Upgrade: h2c", "Connection: Upgrade", "Content-Length: 3"];

    [Fact]
    public async Task Spoilt_requests_are_refused_and_none_that_is_acknowledged_is_lost()
    {
        var random = new Random(Seed);
        await using var board = await BoardHere.Start(teams: Bounds.Teams);
        Dictionary<string, int> statuses = [];
        for (int i = 0; i < Count; i++)
        {
            string team = BoardHere.Team(i % Bounds.Teams);
            int n = board.Desk.See(room => room.Find(team)!.Kept) + 1;
            byte[] request = Request(BoardHere.Message(team, BoardHere.Joined(team, n: n), new TurnBegun("bob") { Team = team, N = n + 1 }, BoardHere.Check(team, n + 2)), random);
            string status = await Status(board.Port, request);
            if (status == "429" && request.AsSpan().StartsWith("POST /KXQWTR HTTP"u8)) // else it is one of too many wrong codes
            {
                await Task.Delay(1000);
                status = await Status(board.Port, request);
            }
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }
        Assert.All(statuses.Keys, status => Assert.Matches("^([24]..|)$", status));
        Assert.True(statuses.GetValueOrDefault("") < Count / 20, string.Join(", ", statuses));
        Assert.True(statuses["400"] > Count / 2 && statuses["200"] > Count / 50, string.Join(", ", statuses));
        Assert.Equal(HttpStatusCode.OK, (await board.Tell(BoardHere.Team(0))).Status);
        var again = new Desk(board.Record);
        Assert.Equal(board.Desk.See(Known), again.See(Known));
        var numbers = board.Recorded.OfType<TeamEvent>().Select(happened => (happened.Team, happened.N)).ToArray();
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.NotEmpty((await board.Get($"{BoardHere.Token}/review?names=1")).Said);
        Assert.NotEmpty(again.See(room => BoardPage.Parts(room, "", WallClock.Now, isChanged: true).ToArray()));

        static string Known(Room room) => string.Join('\n', room.Teams.Select(team => $"{team.Name} {team.Kept} {team.Driver} {team.Lights.Sum(light => light.Checks)} {string.Join(',', team.People)}"));
    }

    /// <summary>One of four is spoilt outside its message.</summary>
    private static byte[] Request(byte[] body, Random random)
    {
        string method = "POST", path = $"/{BoardHere.Code}";
        List<string> headers = ["Host: localhost", "Connection: close"];
        switch (random.Next(12))
        {
            case 0: method = s_methods[random.Next(s_methods.Length)]; break;
            case 1: path = s_paths[random.Next(s_paths.Length)]; break;
            case 2: headers.Insert(random.Next(3), s_headers[random.Next(s_headers.Length)]); break;
            default: body = Mutations.Of(body, random); break;
        }
        headers.Add($"Content-Length: {body.Length}");
        return [.. Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\n{string.Join("\r\n", headers)}\r\n\r\n"), .. body];
    }

    /// <summary>The number that an answer begins with.</summary>
    private static async Task<string> Status(int port, byte[] request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            byte[] start = new byte["HTTP/1.1 200".Length];
            int read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, patience.Token);
            return read < start.Length ? "" : Encoding.ASCII.GetString(start)[^3..];
        }
        catch (IOException) { return ""; } // it has hung up
    }

    [Fact]
    public void Of_a_record_with_spoilt_lines_all_others_count_and_board_and_review_are_shown()
    {
        const int AtOnce = 10;
        string folder = Directory.CreateTempSubdirectory("record-").FullName;
        try
        {
            var random = new Random(Seed);
            var record = new DojoFile(Path.Combine(folder, "board.jsonl"));
            byte[][] lines = [.. Story().Select(DojoLine.Of)];
            for (int i = 0; i < Count / AtOnce; i++)
            {
                int[] places = random.GetItems([.. Enumerable.Range(0, lines.Length)], AtOnce);
                byte[][] written = [.. lines.Select((line, place) => places.Contains(place) ? [.. Spoilt(line[..^1], random), (byte)'\n'] : line)];
                File.WriteAllBytes(record.Path, [.. written.SelectMany(line => line)]);
                try { Look(record, lines.Where((_, place) => !places.Contains(place))); }
                catch (Exception e) when (e is not Xunit.Sdk.XunitException) { Assert.Fail($"{Encoding.UTF8.GetString([.. places.SelectMany(place => written[place])])}\n{e}"); }
            }
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>What says that it is of a newer version ends the reading, with a sentence; here it is left out.</summary>
    private static byte[] Spoilt(byte[] line, Random random)
    {
        while (true)
        {
            byte[] spoilt = Mutations.Of(line, random);
            try
            {
                DojoLine.Read(spoilt);
                return spoilt;
            }
            catch (RefusedException newer) { Assert.StartsWith("A record of a dojo holds an event of version", newer.Message); }
        }
    }

    private static void Look(DojoFile record, IEnumerable<byte[]> whole)
    {
        string[] read = [.. record.Read().Select(DojoLine.Of).Select(Encoding.UTF8.GetString)];
        Assert.Empty(whole.Select(Encoding.UTF8.GetString).Except(read));
        var desk = new Desk(record);
        desk.Write(_ => new DojoOpened(BoardHere.Code, BoardHere.Token, "ada", new(0, false, false, null, [new("code", 30)])));
        Assert.NotEmpty(desk.See(room => BoardPage.Parts(room, "join", WallClock.Now, isChanged: true).ToArray()));
        Assert.NotEmpty(ReviewPage.Of(DojoMerge.Of(record), names: true).Html);
    }

    private static IEnumerable<DojoEvent> Story()
    {
        var at = new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.FromHours(2));
        string lynx = BoardHere.Team(0), newt = BoardHere.Team(1);
        DojoEvent[] events =
        [
            new DojoOpened(BoardHere.Code, BoardHere.Token, "ada", new(5, true, false, "TopK", DojoPlan.Of("setup:5,code:30"))), BoardHere.Joined(lynx), BoardHere.Joined(newt, "newt"),
            .. Enumerable.Range(0, 4).SelectMany(round => (DojoEvent[])
            [
                new PhaseBegun(round % 2), new TurnBegun("bob") { Team = lynx, N = round * 4 + 2 }, new KataProposed("TopK"), new HintTold("TopK", round + 1),
                BoardHere.Check(lynx, round * 4 + 3), BoardHere.Check(newt, round + 2, Light.Amber), BoardHere.Check(lynx, round * 4 + 4, Light.Green), BoardHere.Check(lynx, round * 4 + 5, Light.Green, $"class TopK {{ }} // {round}\n"),
                new RowRenamed(newt, $"newts {round}"), new PhaseEnded(), new RetroWritten("liked", "all"),
            ]),
        ];
        return events.Select((happened, i) => happened with { Time = at.AddMinutes(i), At = at.AddMinutes(i).AddSeconds(1) });
    }
}
