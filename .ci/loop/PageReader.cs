using System.Diagnostics;

namespace Etudes.Loop;

/// <summary>Reads all that a watch tells its page, as a browser does, and shows it to nobody.</summary>
public sealed class PageReader : IDisposable
{
    private const string Told = "the page: ";

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public PageReader(Process watch)
    {
        watch.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf(Told, StringComparison.Ordinal) is { } at and >= 0) _ = Read($"{line.Data[(at + Told.Length)..].Trim()}events");
        };
        watch.BeginErrorReadLine();
    }

    public static string[] Flags => ["--page", "--no-open"];

    private async Task Read(string address)
    {
        try
        {
            using var events = await _client.GetStreamAsync(address);
            await events.CopyToAsync(Stream.Null);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException) { } // the watch has ended, or nobody reads any more
    }

    public void Dispose() => _client.Dispose();
}
