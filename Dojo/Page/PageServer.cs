using Microsoft.AspNetCore.Http;

namespace Etudes.Dojo;

/// <summary>Serves the page on the loopback interface, to whoever has its address with the token.</summary>
internal sealed class PageServer(string token, PageWishes wishes) : IAsyncDisposable
{
    private const int UsualPort = 7117, LargestMessage = 1024;

    private static readonly string[] s_files = ["page.css", "drawing.css", "live.js", "page.js"];

    private Site _site = null!;

    public PageHub Hub { get; } = new();

    public string Address => $"http://127.0.0.1:{_site.Port}/{token}/";

    /// <param name="port">null: the usual one, or any other where that is taken.</param>
    /// <param name="token">Without it nobody is answered.</param>
    /// <exception cref="RefusedException">The port cannot be had.</exception>
    public static async Task<PageServer> Start(int? port, string token, PageWishes wishes)
    {
        var server = new PageServer(token, wishes);
        try { server._site = await server.Listen(port ?? UsualPort); }
        catch (IOException) when (port is null) { server._site = await server.Listen(0); }
        catch (IOException e) { throw new RefusedException($"The page cannot have port {port}: {e.GetBaseException().Message}; --port names another, and without it a free one is found."); }
        return server;
    }

    private Task<Site> Listen(int port) => Site.Listen([], port, LargestMessage, Answer);

    private Task Answer(HttpContext context)
    {
        if (context.Request.Path.Value?.Split('/') is not ["", var given, .. var rest] || given != token)
            return Site.Refuse(context, 403, "This address is not that of a running watch; the terminal of the watch says it, and the key w opens it.");
        switch (context.Request.Method, rest)
        {
            case ("GET", []):
                context.Response.Redirect($"/{token}/");
                return Task.CompletedTask;
            case ("GET", [""]): return Site.Send(context, "page.html");
            case ("GET", ["events"]): return _site.Stream(context, Hub);
            case ("GET", [var name]) when s_files.Contains(name): return Site.Send(context, name);
            case ("POST", ["press", [var letter]]) when wishes.Letters.Contains(letter): return Done(() => wishes.Press(letter));
            case ("POST", ["kata", var name]) when Kata.Find(name) is { } kata: return Done(() => wishes.Choose(kata));
            default: return Site.Refuse(context, 404, "The page has nothing there.");
        }

        Task Done(Action wish)
        {
            wish();
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}

/// <summary>What can be wished for on the page.</summary>
/// <param name="Letters">The keys of the watch that have a button there.</param>
internal sealed record PageWishes(string Letters, Action<char> Press, Action<Kata> Choose);
