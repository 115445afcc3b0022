using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>An attempt that was put aside.</summary>
/// <param name="Time">How long it took to green, or null if it never was.</param>
/// <param name="File">What was put aside, by its path from the root.</param>
internal sealed record Attempt(DateTimeOffset Ended, State State, TimeSpan? Time, string File);

/// <summary>What is known of a learner's way with one kata: a text file, .kata/TopK.json.</summary>
internal sealed record Progress
{
    private static readonly JsonSerializerOptions s_json = new(Records.Default.Options) { WriteIndented = true };

    public State State { get; init; }
    /// <summary>When the attempt was begun: first watched or checked.</summary>
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

    /// <summary>The solution can do no harm any more, or was asked for.</summary>
    [JsonIgnore]
    public bool MayBeTold => GaveUp || State == State.Green || Time is not null;

    /// <summary>What is known after a judgement.</summary>
    /// <param name="taken">How long the judgement took.</param>
    public Progress After(State state, TimeSpan taken, string? replay, DateTimeOffset now)
    {
        var started = Started ?? now - taken;
        return this with
        {
            State = state,
            Started = started,
            Time = Time ?? (state == State.Green && !GaveUp ? now - started : null),
            Replay = replay,
        };
    }

    /// <summary>The folder of all progress and all attempts.</summary>
    public static string Folder { get; } = Kata.Full(".kata");

    private static string PathOf(Kata kata) => Path.Combine(Folder, $"{kata.Name}.json");

    /// <summary>What is known; what cannot be read counts as nothing, with a sentence.</summary>
    public static Progress Of(Kata kata)
    {
        try { return Read(kata); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Notices.Tell($"The progress of {kata.Name} cannot be read: {e.Message}");
            return new();
        }
    }

    /// <summary>Changes what is known, one process at a time; where that is impossible, a sentence says so.</summary>
    public static void Update(Kata kata, Func<Progress, Progress> change)
    {
        try { Write(kata, change); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Notices.Tell($"The progress of {kata.Name} is not kept: {e.Message}");
        }
    }

    /// <summary>Written whole or not at all.</summary>
    private static void Write(Kata kata, Func<Progress, Progress> change)
    {
        Directory.CreateDirectory(Folder);
        using var turn = Turn();
        string text = JsonSerializer.Serialize(change(Read(kata)), s_json);
        Replacement.Write(PathOf(kata), System.Text.Encoding.UTF8.GetBytes(text + "\n"));
    }

    /// <summary>Held by one process at a time, while it reads, changes and writes.</summary>
    private static FileStream Turn()
    {
        string path = Path.Combine(Folder, "lock");
        for (int tries = 1; ; tries++)
        {
            try { return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException) when (tries < 200 && File.Exists(path)) { Thread.Sleep(10); }
        }
    }

    /// <summary>What the file says; a damaged one is set aside, and nothing is known.</summary>
    private static Progress Read(Kata kata)
    {
        string path = PathOf(kata);
        if (Directory.Exists(path)) return SetAside(kata, "it is a folder");
        if (!File.Exists(path)) return new();
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize<Progress>(file, s_json) ?? SetAside(kata, "it is empty");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException) { return SetAside(kata, e.Message.Split(". ")[0]); }
    }

    private static Progress SetAside(Kata kata, string why)
    {
        string path = PathOf(kata), aside = Replacement.Free(Path.Combine(Folder, $"{kata.Name}.damaged"), ".json");
        Directory.Move(path, aside); // moves files too
        Notices.Tell($"{Kata.Relative(path)} is damaged ({why}); it is kept as {Kata.Relative(aside)}, and {kata.Name} starts anew.");
        return new();
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Progress))]
internal sealed partial class Records : JsonSerializerContext;
