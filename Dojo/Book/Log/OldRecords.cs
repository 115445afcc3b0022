using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>
/// What was known of a learner before there was a log: a file per kata, .kata/TopK.json.
/// Each is imported once, and kept.
/// </summary>
internal static class OldRecords
{
    private const string KeptIn = "before-log";

    /// <summary>The files of a folder; TopK.damaged.json, say, is another thing.</summary>
    public static string[] In(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*.json").Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.')).Order(StringComparer.Ordinal)];

    /// <summary>The events that lead to what a file says; a sentence where it is damaged.</summary>
    public static IEnumerable<Event> Read(string file)
    {
        string kata = Path.GetFileNameWithoutExtension(file), why = "it is empty";
        try
        {
            var old = JsonSerializer.Deserialize(File.ReadAllBytes(file), OldRecordJson.Default.OldRecord);
            if (old is { IsWhole: true }) return Events(kata, old);
            if (old is not null) why = "an attempt is missing or a state is unknown";
        }
        catch (JsonException e) { why = e.Message.Split(". ")[0]; }
        Notices.Tell($"{Kata.Relative(file)} is damaged ({why}); it is kept in {Kata.Relative(KeeperOf(file))}, and {kata} starts anew.");
        return [];
    }

    private static IEnumerable<Event> Events(string kata, OldRecord old) =>
    [
        .. old.Attempts.Select(attempt => new PutAside(kata, attempt!.File, attempt.State, attempt.Time) { Time = attempt.Ended }),
        new Imported(kata, old.State, old.Started, old.Time, old.HintsSeen, old.GaveUp, old.Replay),
    ];

    public static void Keep(string file)
    {
        Directory.CreateDirectory(KeeperOf(file));
        File.Move(file, Replacement.Free(Path.Combine(KeeperOf(file), Path.GetFileNameWithoutExtension(file)), ".json"));
    }

    private static string KeeperOf(string file) => Path.Combine(Path.GetDirectoryName(file)!, KeptIn);
}

/// <summary>The form of such a file.</summary>
internal sealed record OldRecord
{
    public State State { get; init; }
    public DateTimeOffset? Started { get; init; }
    public TimeSpan? Time { get; init; }
    public int HintsSeen { get; init; }
    public bool GaveUp { get; init; }
    public string? Replay { get; init; }
    public IReadOnlyList<OldAttempt?> Attempts { get; init; } = [];

    /// <summary>The serializer takes any number for a state, and null within a list.</summary>
    [JsonIgnore]
    public bool IsWhole => Enum.IsDefined(State) && Attempts.All(attempt => attempt is not null && Enum.IsDefined(attempt.State));
}

internal sealed record OldAttempt
{
    public required DateTimeOffset Ended { get; init; }
    public required State State { get; init; }
    public TimeSpan? Time { get; init; }
    public required string File { get; init; }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OldRecord))]
internal sealed partial class OldRecordJson : JsonSerializerContext;
