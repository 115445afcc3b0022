using System.Text.Json.Nodes;

namespace Etudes.DojoLoad;

/// <summary>An event in a file of events.</summary>
/// <param name="At">By the board's clock; a laptop's own file is without.</param>
public sealed record Recorded(string Kind, string Team, int N, DateTimeOffset? At);

/// <summary>A file of events, read without the command.</summary>
public sealed class Record(string path)
{
    public string Path => path;

    public long Length => new FileInfo(path).Length;

    /// <summary>The events of teams. What a process has left half written counts for nothing.</summary>
    public Recorded[] OfTeams => [.. Lines.Select(Read).OfType<Recorded>()];

    private IEnumerable<string> Lines
    {
        get
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            while (reader.ReadLine() is { } line) yield return line;
        }
    }

    private static Recorded? Read(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject happened && happened["team"] is { } team
                ? new((string)happened["kind"]!, (string)team!, (int)happened["n"]!, happened["at"] is { } at ? DateTimeOffset.Parse((string)at!) : null) : null;
        }
        catch (System.Text.Json.JsonException) { return null; }
    }
}
