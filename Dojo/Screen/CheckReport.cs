using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>What a call of check found, for tools: the form of --json, which README.md describes.</summary>
/// <param name="Seed">Where every law started.</param>
internal sealed record CheckReport(int Seed, IReadOnlyList<CheckedFile> Checks)
{
    /// <summary>Goes up when a field changes its meaning or goes; new fields do not count.</summary>
    public const int Newest = 2;

    [JsonPropertyOrder(-1)]
    public int Version { get; } = Newest;

    public string ToJson() => JsonSerializer.Serialize(this, CheckJson.Default.CheckReport);
}

/// <summary>What came of one file.</summary>
/// <param name="File">As the call named it, or the stub's path from the root.</param>
/// <param name="Laws">How many laws there are, 0 where none could be run.</param>
/// <param name="Held">How many were seen to hold.</param>
/// <param name="Verdicts">One per law, in the order in which a learner meets them.</param>
/// <param name="Obstacles">Why no law was run: the compiler's errors, or one sentence.</param>
internal sealed record CheckedFile(string Kata, string File, State State, double Seconds, int Laws, int Held,
    IReadOnlyList<Verdict> Verdicts, IReadOnlyList<string> Obstacles, Diagnosis? Diagnosis, ExamplesTried? Examples)
{
    /// <summary>The first law that the file breaks; null where it keeps all, or was not run.</summary>
    [JsonIgnore]
    public string? CaughtBy => State == State.Red ? Verdicts.FirstOrDefault(verdict => verdict.IsFailure)?.Law : null;

    public static CheckedFile Of(string kata, string file, Judgement judgement) => new(kata, file, judgement.State, Math.Round(judgement.Taken.TotalSeconds, 3),
        judgement.Laws, judgement.Held, [.. judgement.Verdicts], judgement.Obstacles, judgement.Diagnosis, judgement.Examples);
}

/// <summary>A line of watch --json: the verdict of a law as it comes, or the end of a check.</summary>
internal sealed record WatchLine(string Event, Verdict? Verdict = null, CheckedFile? Check = null)
{
    [JsonPropertyOrder(-1)]
    public int Version { get; } = CheckReport.Newest;

    public string ToJson() => JsonSerializer.Serialize(this, CheckJson.Default.WatchLine);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(WatchLine))]
internal sealed partial class CheckJson : JsonSerializerContext;
