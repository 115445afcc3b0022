using System.Net;
using System.Text.Json.Nodes;

namespace Etudes.DojoLoad;

/// <summary>How a team's events reach a board.</summary>
public interface IWay
{
    /// <returns>So many of the team's events are kept.</returns>
    /// <exception cref="IOException">The board is not there, or refuses.</exception>
    Task<int> Send(string team, IReadOnlyList<JsonObject> events);
}

/// <summary>As a laptop does it: HTTP and JSON.</summary>
public sealed class Network(Board board) : IWay
{
    /// <summary>A question that needs nothing of the board. How long its answer takes is the machine's part of any.</summary>
    public Task Greet() => s_client.GetStringAsync($"http://127.0.0.1:{board.Port}/");

    private static readonly HttpClient s_client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };

    public async Task<int> Send(string team, IReadOnlyList<JsonObject> events)
    {
        var message = new JsonObject { ["v"] = 1, ["team"] = team, ["now"] = DateTimeOffset.Now.ToString("o"), ["events"] = new JsonArray([.. events.Select(happened => happened.DeepClone())]) };
        try
        {
            using var answer = await s_client.PostAsync($"http://127.0.0.1:{board.Port}/{board.Code}", new StringContent(message.ToJsonString()));
            string text = await answer.Content.ReadAsStringAsync();
            return answer.StatusCode == HttpStatusCode.OK ? (int)JsonNode.Parse(text)!["kept"]! : throw new IOException(text);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException) { throw new IOException(e.Message, e); }
    }
}

/// <summary>A file per team in a folder that both can write to. It is sent when the board has read it.</summary>
public sealed class Folder(string path, Board board) : IWay
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly HashSet<(string, int)> _kept = [];
    private long _read;

    public async Task<int> Send(string team, IReadOnlyList<JsonObject> events)
    {
        await File.AppendAllTextAsync(Path.Combine(path, $"team-{team}.jsonl"), string.Concat(events.Select(happened => $"{happened.ToJsonString()}\n")));
        int last = (int)events[^1]["n"]!;
        for (var until = DateTime.UtcNow + s_patience; DateTime.UtcNow < until; await Task.Delay(20))
            if (Has(team, last)) return last;
        return last;
    }

    /// <summary>Reads on in the board's record.</summary>
    private bool Has(string team, int n)
    {
        lock (_kept)
        {
            using var file = new FileStream(board.Record.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(_read, SeekOrigin.Begin);
            byte[] news = new byte[file.Length - _read];
            file.ReadExactly(news);
            int end = Array.LastIndexOf(news, (byte)'\n') + 1;
            _read += end;
            foreach (string line in System.Text.Encoding.UTF8.GetString(news, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (JsonNode.Parse(line) is { } happened && happened["team"] is { } of) _kept.Add(((string)of!, (int)happened["n"]!));
            return _kept.Contains((team, n));
        }
    }
}
