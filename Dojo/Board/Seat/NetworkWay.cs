using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>To the board over the network, and never through a proxy: the board is in the room.</summary>
internal sealed class NetworkWay(string address, string code) : IWay, IDisposable
{
    public const int UsualPort = 5050;

    /// <summary>What is longer is the page of something else.</summary>
    private const int LongestSentence = 500;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = s_patience }) { Timeout = s_patience, MaxResponseContentBufferSize = Bounds.Message };
    private readonly Uri _board = BoardAt(address);

    public string Place => $"{_board.Host}:{_board.Port}";

    /// <summary>By its code alone: it may have another address today.</summary>
    public bool Knows(BoardMet met) => met.Code == code;

    /// <summary>192.0.2.7, 192.0.2.7:5050, board.local.</summary>
    /// <exception cref="RefusedException">It is no address.</exception>
    public static Uri BoardAt(string address) =>
        Uri.TryCreate($"http://{address}", UriKind.Absolute, out var uri) && uri is { PathAndQuery: "/", UserInfo: "", Host.Length: > 0 } ? new UriBuilder(uri) { Port = address.EndsWith($":{uri.Port}", StringComparison.Ordinal) ? uri.Port : UsualPort }.Uri
        : throw new RefusedException($"'{address}' is no address of a board; the board shows it: 192.0.2.7, say.");

    public async Task<BoardNews> Exchange(string team, IReadOnlyList<TeamEvent> events, CancellationToken cancel)
    {
        byte[] message = JsonSerializer.SerializeToUtf8Bytes(new TeamMessage(DojoLine.Newest, team, WallClock.Now, events), DojoLine.Json.TeamMessage);
        using var content = new ByteArrayContent(message) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var answer = await _client.PostAsync(new Uri(_board, code), content, cancel);
            byte[] body = await answer.Content.ReadAsByteArrayAsync(cancel);
            if (answer.StatusCode == HttpStatusCode.OK) // the code becomes part of a file's name
                return JsonSerializer.Deserialize(body, DojoLine.Json.BoardNews) is { } news && news.Code == code ? news : throw new IOException($"{Place} is no board of Etudes");
            string sentence = Show.Printable(Encoding.UTF8.GetString(body).Trim());
            throw answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.InsufficientStorage ? new IOException(sentence)
                : new RefusedException(sentence.Length is > 0 and < LongestSentence ? sentence : $"{Place} answers, and is no board of Etudes.");
        }
        catch (HttpRequestException e) { throw new IOException($"{Place} does not answer: {e.GetBaseException().Message}", e); }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { throw new IOException($"{Place} does not answer within {s_patience.TotalSeconds:f0} s"); }
        catch (Exception e) when (e is JsonException or NotSupportedException) { throw new IOException($"{Place} is no board of Etudes"); }
    }

    public void Dispose() => _client.Dispose();
}
