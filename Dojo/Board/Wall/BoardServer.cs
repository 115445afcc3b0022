using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Etudes.Dojo;

/// <summary>
/// Serves the board to whoever has the facilitator's token, and takes what laptops tell with the join
/// code. It neither compiles nor runs anything of it.
/// </summary>
internal sealed class BoardServer : IAsyncDisposable
{
    private static readonly string[] s_files = ["live.js", "lights.css", "board.css", "board.js"];
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(500);

    private readonly Desk _desk;
    private readonly Acts _acts;
    private readonly DojoOpened _opened;
    private readonly PageHub _hub = new();
    private readonly Pace _pace = new(Bounds.MessagesPerSecond), _strangers = new(most: 10);
    private readonly Lock _showing = new();
    private readonly Timer _timer;
    private readonly string _join;
    private volatile bool _isChanged = true;
    private Site _site = null!;

    private BoardServer(Desk desk, string join)
    {
        (_desk, _acts, _join, _opened) = (desk, new(desk), join, desk.See(room => room.Opened!));
        desk.Changed += () => _isChanged = true;
        _timer = new(_ =>
        {
            if (_hub.IsWatched) Show();
        });
    }

    public string Address => $"http://127.0.0.1:{_site.Port}/{_opened.Token}/";

    /// <param name="names">The names of this machine for laptops; none: only this machine joins.</param>
    /// <param name="join">What the board tells to type.</param>
    /// <exception cref="RefusedException">The port cannot be had.</exception>
    public static async Task<BoardServer> Start(Desk desk, IReadOnlyCollection<string> names, int port, string join)
    {
        var server = new BoardServer(desk, join);
        try { server._site = await Site.Listen(names, port, Bounds.Message, server.Answer); }
        catch (IOException e) { throw new RefusedException($"The board cannot have port {port}: {e.GetBaseException().Message}; --port names another."); }
        server._timer.Change(TimeSpan.Zero, s_tick);
        return server;
    }

    private void Show()
    {
        if (!_showing.TryEnter()) return; // the last time still goes on
        try { ShowOnce(); }
        finally { _showing.Exit(); }
    }

    private void ShowOnce()
    {
        bool isChanged = _isChanged;
        _isChanged = false;
        var room = _desk.See(room => room.Copy()); // laptops do not wait for a drawing
        foreach (var (part, html) in BoardPage.Parts(room, _join, WallClock.Now, isChanged)) _hub.Put(part, html);
    }

    private Task Answer(HttpContext context)
    {
        string[] path = context.Request.Path.Value?.Split('/')[1..] ?? [];
        return path switch
        {
            [var token, .. var rest] when token == _opened.Token => AnswerFacilitator(context, rest),
            [var code] when code == _opened.Code && context.Request.Method == "POST" => Take(context),
            [""] when context.Request.Method == "GET" => context.Response.WriteAsync($"{Greeting} {DojoLine.Newest}\n"),
            _ => _strangers.Allows("") ? Site.Refuse(context, 403, "This board knows neither that code nor that address; the code stands on the wall.")
                : Site.Refuse(context, 429, "Too many wrong codes; wait a second."),
        };
    }

    /// <summary>What a board says to whoever only asks whether it is one, and its version.</summary>
    public const string Greeting = "A board of Etudes, version";

    private async Task AnswerFacilitator(HttpContext context, string[] path)
    {
        switch (context.Request.Method, path)
        {
            case ("GET", []): context.Response.Redirect($"/{_opened.Token}/"); break;
            case ("GET", [""]): await Site.Send(context, "board.html"); break;
            case ("GET", ["events"]):
                Show(); // as it is now, where nobody has looked for long
                await _site.Stream(context, _hub);
                break;
            case ("GET", [var name]) when s_files.Contains(name): await Site.Send(context, name); break;
            case ("GET", ["review"]): await Review(context); break;
            case ("POST", _): await Act(context, path); break;
            default: await Site.Refuse(context, 404, "The board has nothing there."); break;
        }
    }

    private async Task Act(HttpContext context, string[] act)
    {
        try
        {
            if (_acts.Do(act, await Text(context.Request))) context.Response.StatusCode = 204;
            else await Site.Refuse(context, 404, "The board cannot do that.");
        }
        catch (BadHttpRequestException e) { await RefuseBody(context, e); }
        catch (RefusedException refused) { await Site.Refuse(context, 409, refused.Message); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { await Site.Refuse(context, 507, $"It is not kept: {e.Message}"); }
    }

    private Task Review(HttpContext context)
    {
        var review = ReviewPage.Of(DojoMerge.Of(_desk.Record), names: context.Request.Query["names"] == "1", Kata.Relative(_desk.Record.Path));
        context.Response.Headers.ContentSecurityPolicy = review.Policy;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(review.Html);
    }

    private async Task Take(HttpContext context)
    {
        byte[] body;
        try { body = await Bytes(context.Request); }
        catch (BadHttpRequestException e) { await RefuseBody(context, e); return; }
        TeamMessage? report = null;
        int version = 0;
        try
        {
            version = DojoLine.VersionOf(body);
            if (version == DojoLine.Newest) report = JsonSerializer.Deserialize(body, DojoLine.Json.TeamMessage);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException) { }
        if (version > 0 && version != DojoLine.Newest) await Site.Refuse(context, 426, Versions.Sentence(laptop: version, board: DojoLine.Newest));
        else if (report is null) await Site.Refuse(context, 400, "This is no message of a laptop.");
        else if (Fault(report) is { } fault) await Site.Refuse(context, 400, $"The board does not take this: {fault}.");
        else if (!_pace.Allows(_desk.See(room => room.Find(report.Team)?.Id ?? ""))) await Site.Refuse(context, 429, $"The board takes at most {Bounds.MessagesPerSecond} messages a second.");
        else
            try { await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(_desk.Take(report.Team, report.Events.Cast<TeamEvent>(), report.Now), DojoLine.Json.BoardNews)); }
            catch (RefusedException refused) { await Site.Refuse(context, 409, refused.Message); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { await Site.Refuse(context, 507, $"The board cannot write it down: {e.Message}"); }
    }

    private string? Fault(TeamMessage report) =>
        !Bounds.IsId(report.Team) ? "it has no team"
        : report.Events.Any(happened => happened is not TeamEvent of || of.Team != report.Team) ? "it speaks for another team"
        : report.Events.OfType<TeamJoined>().Any(joined => joined.Code != _opened.Code) ? "it joins another board"
        : report.Events.Select(Bounds.Fault).FirstOrDefault(fault => fault is not null);

    private static Task RefuseBody(HttpContext context, BadHttpRequestException e) =>
        Site.Refuse(context, e.StatusCode, e.StatusCode == 413 ? $"The board takes messages of at most {Bounds.Message / 1024} KB." : "The message does not arrive whole.");

    private static async Task<byte[]> Bytes(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static async Task<string> Text(HttpRequest request) => Encoding.UTF8.GetString(await Bytes(request));

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _site.DisposeAsync();
    }
}
