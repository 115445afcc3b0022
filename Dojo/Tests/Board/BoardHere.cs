using System.Net;
using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>A board within the tests, with a record of its own, and who asks it.</summary>
internal sealed class BoardHere : IAsyncDisposable
{
    public const string Code = "KXQWTR", Token = "0123456789abcdef0123456789abcdef";

    private readonly string _folder = Directory.CreateTempSubdirectory("board-").FullName;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    private BoardHere() => Record = new(Path.Combine(_folder, "board.jsonl"));

    public DojoFile Record { get; }

    public Desk Desk { get; private set; } = null!;

    public BoardServer Server { get; private set; } = null!;

    public Uri Root => new(new Uri(Server.Address), "/");

    public int Port => Root.Port;

    /// <param name="most">The most bytes of the record.</param>
    /// <param name="teams">So many have joined.</param>
    public static async Task<BoardHere> Start(long most = Bounds.Record, int teams = 0)
    {
        var board = new BoardHere();
        board.Desk = new(board.Record, most);
        board.Desk.Write(_ => new DojoOpened(Code, Token, "ada", new(5, true, false, "TopK", DojoPlan.Of("setup:5,code:30"))));
        board.Server = await BoardServer.Start(board.Desk, [], port: 0, "kata dojo join");
        for (int i = 0; i < teams; i++) board.Desk.Take(Team(i), [Joined(Team(i))], WallClock.Now);
        return board;
    }

    public static string Team(int i) => $"{i + 1:x32}";

    public static TeamJoined Joined(string team, string name = "lynx", int n = 1) => new(Code, name, ["bob", "cy"]) { Team = team, N = n };

    public static CheckMade Check(string team, int n, Light light = Light.Red, string? source = "class TopK;\n") => new("TopK", light, "", 3, 9, ["Largest_returns_them"], Light.Green, source) { Team = team, N = n };

    /// <summary>What a laptop sends.</summary>
    public static byte[] Message(string team, params DojoEvent[] events) => JsonSerializer.SerializeToUtf8Bytes(new TeamMessage(DojoLine.Newest, team, WallClock.Now, events), DojoLine.Json.TeamMessage);

    public Task<(HttpStatusCode Status, string Said)> Tell(string team, params DojoEvent[] events) => Post(Code, Message(team, events));

    public async Task<(HttpStatusCode Status, string Said)> Post(string path, byte[] body) => await Said(await _client.PostAsync(new Uri(Root, path), new ByteArrayContent(body)));

    public async Task<(HttpStatusCode Status, string Said)> Get(string path, string? host = null) =>
        await Said(await _client.SendAsync(new(HttpMethod.Get, new Uri(Root, path)) { Headers = { Host = host } }));

    private static async Task<(HttpStatusCode, string)> Said(HttpResponseMessage answer) => (answer.StatusCode, await answer.Content.ReadAsStringAsync());

    /// <summary>All that the record tells, as a board that is begun again reads it.</summary>
    public DojoEvent[] Recorded => [.. Record.Read()];

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
