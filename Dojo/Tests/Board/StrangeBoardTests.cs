using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>A laptop asks whoever answers at an address: it may be no board, or one that wants to harm.</summary>
public sealed class StrangeBoardTests : IAsyncLifetime
{
    private const string Code = "KXQWTR";

    private readonly string _folder = Directory.CreateTempSubdirectory("strange-").FullName;
    private byte[] _answer = [];
    private int _status = 200;
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Listen([], 0, Bounds.Message, async context =>
    {
        context.Response.StatusCode = _status;
        await context.Response.Body.WriteAsync(_answer);
    });

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_code_that_would_become_a_path_is_no_board()
    {
        _answer = News("../../../x");
        Assert.EndsWith(" is no board of Etudes", (await Assert.ThrowsAsync<IOException>(Ask)).Message);
        File.WriteAllBytes(Path.Combine(_folder, "board.json"), _answer);
        Assert.Throws<IOException>(new SharedFolder(_folder).News);
    }

    [Fact]
    public async Task The_page_of_something_else_is_not_told()
    {
        (_status, _answer) = (404, [.. Enumerable.Repeat((byte)'x', 3_000)]);
        Assert.EndsWith(" answers, and is no board of Etudes.", (await Assert.ThrowsAsync<RefusedException>(Ask)).Message);
    }

    [Fact]
    public async Task A_refusal_commands_no_terminal()
    {
        (_status, _answer) = (409, "\u001b[2JNo.\u202e\n"u8.ToArray());
        Assert.Equal(@"\u001b[2JNo.\u202e", (await Assert.ThrowsAsync<RefusedException>(Ask)).Message);
    }

    [Fact]
    public async Task Spoilt_news_are_a_closed_way()
    {
        var random = new Random(20262);
        for (int i = 0; i < 300; i++)
        {
            _answer = Mutations.Of(News(Code), random);
            File.WriteAllBytes(Path.Combine(_folder, "board.json"), _answer);
            try { Assert.Equal(Code, (await Ask()).Code); }
            catch (Exception e) when (e is IOException or RefusedException) { }
            try { Assert.True(JoinCode.Is(new SharedFolder(_folder).News().Code)); }
            catch (Exception e) when (e is IOException or RefusedException) { }
        }
    }

    private async Task<BoardNews> Ask()
    {
        using var way = new NetworkWay($"127.0.0.1:{_site.Port}", Code);
        return await way.Exchange(BoardHere.Team(0), [], CancellationToken.None);
    }

    private static byte[] News(string code) =>
        JsonSerializer.SerializeToUtf8Bytes(new BoardNews(DojoLine.Newest, code, "ada", new(5, true, false, "TopK", DojoPlan.Of("setup:5,code:30")), WallClock.Now, 3, "code", WallClock.Now.AddMinutes(5), "TopK", new("TopK", 1)), DojoLine.Json.BoardNews);
}
