using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Etudes.Dojo;

/// <summary>A server of this process: to whom it answers, and what no answer goes without.</summary>
internal sealed class Site : IAsyncDisposable
{
    private static readonly string[] s_loopback = ["127.0.0.1", "localhost", "[::1]"];

    private readonly WebApplication _app;

    private Site(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.First()).Port;

    /// <param name="names">The names of this machine that others may call it by; none: the loopback interface alone is listened to.</param>
    /// <param name="port">0: any that is free.</param>
    /// <param name="largest">The most bytes of a request's body.</param>
    /// <param name="answer">Answers what is asked under one of the names.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    public static async Task<Site> Listen(IReadOnlyCollection<string> names, int port, int largest, Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OfTheCommand>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(names.Count == 0 ? IPAddress.Loopback : IPAddress.Any, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = largest;
            kestrel.Limits.MaxConcurrentConnections = 200;
        });
        var app = builder.Build();
        string[] hosts = [.. s_loopback, .. names];
        app.Run(context =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            (headers.XContentTypeOptions, headers["Referrer-Policy"], headers.CacheControl) = ("nosniff", "no-referrer", "no-store");
            return hosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase) ? answer(context) : Refuse(context, 403, "This name is none of this machine's; the address is the one that the terminal tells.");
        });
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Answers by one sentence why not.</summary>
    public static Task Refuse(HttpContext context, int code, string sentence)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (code, "text/plain; charset=utf-8");
        return context.Response.WriteAsync($"{sentence}\n");
    }

    /// <summary>Answers by one of the files that the program carries in itself.</summary>
    public static Task Send(HttpContext context, string file)
    {
        context.Response.ContentType = Path.GetExtension(file) switch { ".html" => "text/html; charset=utf-8", ".css" => "text/css", _ => "text/javascript" };
        return context.Response.WriteAsync(PageFiles.Read(file));
    }

    /// <summary>Answers by what a hub shows, as long as the browser reads.</summary>
    public async Task Stream(HttpContext context, PageHub hub)
    {
        if (hub.IsFull)
        {
            await Refuse(context, 503, "Too many pages are open; close some.");
            return;
        }
        context.Response.ContentType = "text/event-stream";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _app.Lifetime.ApplicationStopping);
        try
        {
            await foreach (string message in hub.Messages(stop.Token))
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

    /// <summary>The command ends when it will; the server has no say in it.</summary>
    private sealed class OfTheCommand : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancel) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
    }
}
