using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Etudes.Dojo;

/// <summary>Serves the page on the loopback interface, to whoever has its address with the token.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private const int UsualPort = 7117;

    private static readonly string[] s_hosts = ["127.0.0.1", "localhost", "[::1]"];
    private static readonly Dictionary<string, string> s_files = new()
    {
        [""] = "text/html; charset=utf-8",
        ["page.css"] = "text/css",
        ["drawing.css"] = "text/css",
        ["page.js"] = "text/javascript",
    };

    private readonly WebApplication _app;
    private readonly string _token;
    private readonly PageWishes _wishes;

    private PageServer(WebApplication app, string token, PageWishes wishes) => (_app, _token, _wishes) = (app, token, wishes);

    public PageHub Hub { get; } = new();

    public string Address => $"{_app.Urls.Single()}/{_token}/";

    /// <param name="port">null: the usual one, or any other where that is taken.</param>
    /// <param name="token">Without it nobody is answered.</param>
    /// <exception cref="RefusedException">The port cannot be had.</exception>
    public static async Task<PageServer> Start(int? port, string token, PageWishes wishes)
    {
        try { return await Listen(port ?? UsualPort, token, wishes); }
        catch (IOException) when (port is null) { return await Listen(0, token, wishes); }
        catch (IOException e) { throw new RefusedException($"The page cannot have port {port}: {e.GetBaseException().Message}; --port names another, and without it a free one is found."); }
    }

    private static async Task<PageServer> Listen(int port, string token, PageWishes wishes)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OfTheWatch>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024;
            kestrel.Limits.MaxConcurrentConnections = 200;
        });
        var app = builder.Build();
        var server = new PageServer(app, token, wishes);
        app.Run(server.Answer);
        await app.StartAsync();
        return server;
    }

    private async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        (headers.XContentTypeOptions, headers["Referrer-Policy"], headers.CacheControl) = ("nosniff", "no-referrer", "no-store");
        if (!s_hosts.Contains(request.Host.Host)) await Refuse(403, "This page answers to localhost alone.");
        else if (request.Path.Value?.Split('/') is not ["", var token, .. var rest] || token != _token)
            await Refuse(403, "This address is not that of a running watch; the terminal of the watch says it, and the key w opens it.");
        else
            switch (request.Method, rest)
            {
                case ("GET", []): response.Redirect($"/{_token}/"); break;
                case ("GET", ["events"]): await Events(context); break;
                case ("GET", [var name]) when s_files.TryGetValue(name, out string? type):
                    response.ContentType = type;
                    await response.WriteAsync(PageFiles.Read(name == "" ? "page.html" : name));
                    break;
                case ("POST", ["press", [var letter]]) when _wishes.Letters.Contains(letter):
                    _wishes.Press(letter);
                    response.StatusCode = 204;
                    break;
                case ("POST", ["kata", var name]) when Kata.Find(name) is { } kata:
                    _wishes.Choose(kata);
                    response.StatusCode = 204;
                    break;
                default: await Refuse(404, "The page has nothing there."); break;
            }

        Task Refuse(int code, string sentence)
        {
            (response.StatusCode, response.ContentType) = (code, "text/plain; charset=utf-8");
            return response.WriteAsync($"{sentence}\n");
        }
    }

    private async Task Events(HttpContext context)
    {
        if (Hub.IsFull)
        {
            context.Response.StatusCode = 503;
            await context.Response.WriteAsync("Too many pages are open; close some.\n");
            return;
        }
        context.Response.ContentType = "text/event-stream";
        var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _app.Lifetime.ApplicationStopping);
        try
        {
            await foreach (string message in Hub.Messages(stop.Token))
            {
                await context.Response.WriteAsync($"data: {message}\n\n", stop.Token); // JSON has no line breaks
                await context.Response.Body.FlushAsync(stop.Token);
            }
        }
        catch (OperationCanceledException) { }
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    /// <summary>The watch lives on its own; the server has no say in when it ends.</summary>
    private sealed class OfTheWatch : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancel) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
    }
}

/// <summary>What can be wished for on the page.</summary>
/// <param name="Letters">The keys of the watch that have a button there.</param>
internal sealed record PageWishes(string Letters, Action<char> Press, Action<Kata> Choose);
