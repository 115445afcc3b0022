using System.Net;
using System.Net.Sockets;
using Etudes.Engine;
using Xunit;

namespace Etudes.Dojo;

/// <summary>Who is answered by the page, and what.</summary>
public sealed class PageServerTests : IAsyncLifetime
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    private readonly List<char> _pressed = [];
    private readonly List<Kata> _chosen = [];
    private readonly HttpClient _browser = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private PageServer _server = null!;

    public async Task InitializeAsync() => _server = await Start(port: null);

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("page.css", "text/css")]
    [InlineData("drawing.css", "text/css")]
    [InlineData("page.js", "text/javascript")]
    public async Task The_files_are_served_and_let_nothing_in_from_elsewhere(string name, string type)
    {
        var answer = await _browser.GetAsync(_server.Address + name);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task No_file_asks_for_anything_from_elsewhere()
    {
        foreach (string name in (string[])["", "page.css", "drawing.css", "page.js"])
            Assert.DoesNotContain("://", await _browser.GetStringAsync(_server.Address + name));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ffffffffffffffffffffffffffffffff/")]
    [InlineData("/ffffffffffffffffffffffffffffffff/events")]
    public async Task Without_the_token_nobody_is_answered(string path)
    {
        var answer = await _browser.GetAsync(new Uri(new Uri(_server.Address), path));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("This address is not that of a running watch;", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("localhost.example.org:80")]
    public async Task A_foreign_name_is_refused(string host)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, _server.Address) { Headers = { Host = host } };
        var answer = await _browser.SendAsync(question);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Keys_and_katas_reach_the_watch_and_nothing_else_does()
    {
        Assert.Equal(HttpStatusCode.NoContent, await Post("press/h"));
        Assert.Equal(HttpStatusCode.NoContent, await Post("kata/Kruskal"));
        foreach (string path in (string[])["press/q", "press/hh", "press/", "kata/Nonsense", "kata/%2e%2e%2fx", "events"]) Assert.Equal(HttpStatusCode.NotFound, await Post(path));
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"{_server.Address}press/h")).StatusCode); // a link must press nothing
        Assert.Equal(['h'], _pressed);
        Assert.Equal(["Kruskal"], _chosen.Select(kata => kata.Name));
    }

    [Fact]
    public async Task A_browser_gets_what_there_is_and_then_what_changes()
    {
        _server.Hub.Put("light", "<span>red</span>");
        using var events = await Events();
        Assert.Equal("""{"light":"\u003Cspan\u003Ered\u003C/span\u003E"}""", await Next(events));
        _server.Hub.Put("light", "<span>red</span>"); // nothing new
        _server.Hub.Put("light", "green");
        Assert.Equal("""{"light":"green"}""", await Next(events));
    }

    [Fact]
    public async Task A_browser_that_never_reads_holds_nobody_up()
    {
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, new Uri(_server.Address).Port);
        await silent.GetStream().WriteAsync("GET /0123456789abcdef0123456789abcdef/events HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        string large = new('x', 100_000);
        for (int i = 0; i < 1000; i++) _server.Hub.Put("verdict", $"{i}{large}");
        _server.Hub.Put("verdict", "the last");
        using var events = await Events();
        Assert.Contains("the last", await Next(events));
    }

    [Fact]
    public async Task A_hundred_questions_at_once_are_all_answered()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _browser.GetAsync(_server.Address)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task More_browsers_than_a_room_has_are_told_so()
    {
        List<StreamReader> open = [];
        HttpStatusCode last;
        do
        {
            var answer = await _browser.GetAsync($"{_server.Address}events", HttpCompletionOption.ResponseHeadersRead);
            last = answer.StatusCode;
            open.Add(new(await answer.Content.ReadAsStreamAsync()));
            if (last == HttpStatusCode.OK) await Next(open[^1]); // it is counted now
        }
        while (last == HttpStatusCode.OK && open.Count < 100);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, last);
        open.ForEach(reader => reader.Dispose());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_by_its_number_and_replaced_where_none_was_asked_for()
    {
        int taken = new Uri(_server.Address).Port;
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Start(taken));
        Assert.StartsWith($"The page cannot have port {taken}: ", refused.Message);
        await using var another = await Start(port: null);
        Assert.NotEqual(taken, new Uri(another.Address).Port);
    }

    private Task<PageServer> Start(int? port) => PageServer.Start(port, Token, new("hcfn", _pressed.Add, _chosen.Add));

    private async Task<HttpStatusCode> Post(string path) => (await _browser.PostAsync(_server.Address + path, null)).StatusCode;

    private async Task<StreamReader> Events() => new(await _browser.GetStreamAsync($"{_server.Address}events"));

    private static async Task<string> Next(StreamReader events)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await events.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("data: ")) return line["data: ".Length..];
        throw new EndOfStreamException();
    }
}
