using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>
/// A folder that board and laptops can write to, where no network leads from one to the other: the
/// board tells by board.json, and each team appends to a file of its own.
/// </summary>
internal sealed class SharedFolder(string path)
{
    private const string Start = "team-", End = ".jsonl";

    private readonly string _board = System.IO.Path.Combine(path, "board.json");

    public string Path => path;

    /// <param name="team">Its id.</param>
    public DojoFile OfTeam(string team) => new(System.IO.Path.Combine(path, $"{Start}{team}{End}"));

    /// <summary>The teams that have a file, by their ids.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IEnumerable<string> Teams => Directory.EnumerateFiles(path, $"{Start}*{End}")
        .Select(file => System.IO.Path.GetFileName(file)[Start.Length..^End.Length]).Where(Bounds.IsId);

    /// <exception cref="IOException">It cannot be written.</exception>
    public void Tell(BoardNews news) => Replacement.Write(_board, JsonSerializer.SerializeToUtf8Bytes(news, DojoLine.Json.BoardNews));

    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="RefusedException">No board tells anything there, or one of another version.</exception>
    public BoardNews News()
    {
        if (!Directory.Exists(path)) throw new IOException($"'{path}' is no folder that can be seen from here");
        if (!File.Exists(_board)) throw new RefusedException($"No board is held in {path}: kata dojo host --folder {path} holds one.");
        byte[] text = File.ReadAllBytes(_board);
        try
        {
            if (DojoLine.VersionOf(text) is > 0 and not DojoLine.Newest and var version) throw new RefusedException(Versions.Sentence(laptop: DojoLine.Newest, board: version));
            if (JsonSerializer.Deserialize(text, DojoLine.Json.BoardNews) is { } news && JoinCode.Is(news.Code)) return news;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) { }
        throw new IOException($"{_board} is not whole yet");
    }
}
