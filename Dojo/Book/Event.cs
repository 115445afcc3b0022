using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>What happened on a learner's way with a kata: one line of the log.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Checked), "checked")]
[JsonDerivedType(typeof(HintShown), "hint")]
[JsonDerivedType(typeof(GivenUp), "gaveUp")]
[JsonDerivedType(typeof(PutAside), "putAside")]
[JsonDerivedType(typeof(StubReset), "reset")]
[JsonDerivedType(typeof(Imported), "imported")]
internal abstract record Event([property: JsonPropertyOrder(-1)] string Kata)
{
    /// <summary>The version of the events that are written, and the newest that can be read.</summary>
    public const int Newest = 1;

    [JsonPropertyName("v"), JsonPropertyOrder(-3), JsonRequired]
    public int Version { get; init; } = Newest;

    [JsonPropertyOrder(-2), JsonRequired]
    public DateTimeOffset Time { get; init; } = DateTimeOffset.Now;

    public byte[] ToLine() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Events.Default.Event), (byte)'\n'];

    /// <summary>The event that a line holds, or null where it is damaged; fields that are not known are left out.</summary>
    /// <param name="damage">What is wrong with the line.</param>
    /// <exception cref="RefusedException">It is of a newer version.</exception>
    public static Event? Parse(ReadOnlySpan<byte> line, out string damage)
    {
        damage = "no event";
        try
        {
            if (JsonSerializer.Deserialize(line, Events.Default.Event) is { Version: <= Newest } happened) return happened;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException) { damage = e.Message.Split(". ")[0]; }
        if (VersionOf(line) is > Newest and var version)
            throw new RefusedException($"The log in .kata holds an event of version {version}, and this kata command reads up to version {Newest}: a newer command is needed; nothing was changed.");
        return null;
    }

    private static int VersionOf(ReadOnlySpan<byte> line)
    {
        try { return JsonSerializer.Deserialize(line, Events.Default.Versioned)?.Version ?? 0; }
        catch (JsonException) { return 0; }
    }
}

/// <summary>A stub was judged.</summary>
/// <param name="Replay">The first case that failed, or null.</param>
/// <param name="Seconds">How long the judgement took.</param>
internal sealed record Checked(string Kata, State State, string? Replay, double Seconds) : Event(Kata);

/// <param name="Hint">Which of the hints, from 1.</param>
internal sealed record HintShown(string Kata, int Hint) : Event(Kata);

/// <summary>The solution was looked at before the answer was green.</summary>
internal sealed record GivenUp(string Kata) : Event(Kata);

/// <summary>An attempt has ended, and the next one begins.</summary>
/// <param name="File">What was put aside, by its path from the root, or null where there was nothing.</param>
/// <param name="State">The state of the attempt.</param>
/// <param name="Seconds">How long the attempt took to green, or null if it never was.</param>
internal sealed record PutAside(string Kata, string? File, State State, double? Seconds) : Event(Kata);

/// <summary>The attempt goes on from a fresh stub.</summary>
internal sealed record StubReset(string Kata) : Event(Kata);

/// <summary>What was known before there was a log.</summary>
internal sealed record Imported(string Kata, Progress Progress) : Event(Kata);

/// <summary>What every version of an event has.</summary>
internal sealed record Versioned([property: JsonPropertyName("v")] int Version);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(Versioned))]
[JsonSerializable(typeof(Progress))]
internal sealed partial class Events : JsonSerializerContext;
