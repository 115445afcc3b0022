using System.Net.Sockets;

namespace Etudes.Dojo;

/// <summary>Whether the way from this laptop to a board is open, tried the day before.</summary>
internal static class DojoWay
{
    private const string Other = "kata dojo host --folder leads around it";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <param name="place">An address, or a folder.</param>
    public static async Task<Finding> Try(string place)
    {
        try { return Directory.Exists(place) || place.Contains('/') || place.Contains('\\') ? TryFolder(place) : await TryNetwork(NetworkWay.BoardAt(place)); }
        catch (RefusedException refused) { return Missing(refused.Message); }
    }

    private static Finding TryFolder(string place)
    {
        if (!Directory.Exists(place)) return Missing($"'{place}' is no folder that can be seen from here");
        string probe = Path.Combine(place, $"probe.{Environment.MachineName}.{Environment.ProcessId}.tmp");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return Missing($"nobody can write to {place} from here: {e.Message}"); }
        try { return new("dojo", $"{place} can be written to; {Show.Printable(new SharedFolder(place).News().Host)}'s board is there"); }
        catch (RefusedException refused) { return new("dojo", $"{place} can be written to. {refused.Message}"); }
        catch (IOException e) { return Missing(e.Message); }
    }

    private static async Task<Finding> TryNetwork(Uri board)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        try
        {
            using var answer = await client.GetAsync(board, patience.Token);
            string said = (await answer.Content.ReadAsStringAsync(patience.Token)).Trim();
            if (!said.StartsWith(BoardServer.Greeting, StringComparison.Ordinal) || !int.TryParse(said[BoardServer.Greeting.Length..], out int version))
                return Missing(answer.IsSuccessStatusCode ? $"something else than a board answers at {board.Authority}" : $"{board.Authority} answers: {Show.Printable(said)}");
            return version == DojoLine.Newest ? new("dojo", $"the board at {board.Authority} can be reached") : Missing(Versions.Sentence(DojoLine.Newest, version));
        }
        catch (OperationCanceledException) { return Missing($"{board.Authority} does not answer within {s_patience.TotalSeconds:f0} s: a firewall, or a network that keeps laptops apart, is in the way; {Other}"); }
        catch (HttpRequestException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return Missing($"nothing is held at {board.Authority}: is kata dojo host --lan running there, and is that its port?");
        }
        catch (HttpRequestException e) { return Missing($"{board.Authority} cannot be reached: {e.GetBaseException().Message}; {Other}"); }
    }

    private static Finding Missing(string words) => new("dojo", words, IsMissing: true);
}
