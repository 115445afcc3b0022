using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>An attempt that was put aside.</summary>
/// <param name="Time">How long it took to green, or null if it never was.</param>
/// <param name="File">What was put aside, beside the progress file.</param>
internal sealed record Attempt(DateTimeOffset Ended, State State, TimeSpan? Time, string File);

/// <summary>What is known of a learner's way with one kata: a text file, .kata/TopK.json.</summary>
internal sealed record Progress
{
    private static readonly JsonSerializerOptions Json = new(Records.Default.Options) { WriteIndented = true };

    public State State { get; init; }
    /// <summary>When the attempt was begun.</summary>
    public DateTimeOffset? Started { get; init; }
    /// <summary>How long the attempt took to green.</summary>
    public TimeSpan? Time { get; init; }
    public int HintsSeen { get; init; }
    /// <summary>The solution was looked at before the answer was green.</summary>
    public bool GaveUp { get; init; }
    /// <summary>The case that failed last, to be tried first.</summary>
    public string? Replay { get; init; }
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    [JsonIgnore]
    public int Count => Attempts.Count + (Started is null ? 0 : 1);
    [JsonIgnore]
    public TimeSpan? Best => Attempts.Select(attempt => attempt.Time).Append(Time).Min();

    public Progress After(Check check, DateTimeOffset now) => this with
    {
        State = check.State,
        Started = Started ?? now,
        Time = Time ?? (check.State == State.Green && !GaveUp ? now - (Started ?? now) : null),
        Replay = check.Replay,
    };

    /// <summary>The folder of all progress and all attempts.</summary>
    public static string Folder { get; } = Kata.Full(".kata");

    private static string PathOf(Kata kata) => Path.Combine(Folder, $"{kata.Name}.json");

    /// <summary>What is known; a damaged file is set aside, and <paramref name="warn"/> gets a sentence.</summary>
    public static Progress Of(Kata kata, Action<string> warn)
    {
        string path = PathOf(kata);
        if (!File.Exists(path)) return new();
        try { return JsonSerializer.Deserialize<Progress>(File.ReadAllText(path), Json) ?? throw new JsonException("it is empty"); }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            string aside = Fresh(Path.Combine(Folder, kata.Name), ".damaged.json");
            File.Move(path, aside);
            warn($"{LawName.Relative(path)} is damaged ({e.Message.Split(". ")[0]}); it is kept as {LawName.Relative(aside)}, and {kata.Name} starts anew.");
            return new();
        }
    }

    /// <summary>Written whole or not at all.</summary>
    public void Save(Kata kata)
    {
        Directory.CreateDirectory(Folder);
        string whole = PathOf(kata), partial = $"{whole}.{Environment.ProcessId}.new";
        File.WriteAllText(partial, JsonSerializer.Serialize(this, Json) + "\n");
        File.Move(partial, whole, overwrite: true);
    }

    /// <summary>Copies the stub into the attempts and returns the copy's path.</summary>
    public static string PutAside(Kata kata, DateTimeOffset now)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "attempts", kata.Name));
        string copy = Fresh(Path.Combine(Folder, "attempts", kata.Name, now.ToString("yyyy-MM-dd HHmm", CultureInfo.InvariantCulture)), ".cs");
        File.Copy(Kata.Full(kata.Stub), copy);
        return copy;
    }

    /// <summary>A path that nothing has yet: "start.cs", "start 2.cs", ...</summary>
    private static string Fresh(string start, string end)
    {
        string path = start + end;
        for (int i = 2; File.Exists(path); i++) path = $"{start} {i}{end}";
        return path;
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Progress))]
[JsonSerializable(typeof(IReadOnlyList<Report>))]
internal sealed partial class Records : JsonSerializerContext;
