using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>Events of a dojo, and what board and laptops tell each other, as JSON.</summary>
internal static class DojoLine
{
    /// <summary>The newest version that can be read, and the one that is written.</summary>
    public const int Newest = 1;

    /// <summary>Code is full of quotes and angles; nobody puts these lines into markup.</summary>
    public static DojoJson Json { get; } = new(new JsonSerializerOptions(DojoJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Of(DojoEvent happened) => [.. JsonSerializer.SerializeToUtf8Bytes(happened, Json.DojoEvent), (byte)'\n'];

    /// <returns>Null where the line is damaged.</returns>
    /// <exception cref="RefusedException">It is of a newer version.</exception>
    public static DojoEvent? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            if (VersionOf(line) > Newest) throw new RefusedException($"A record of a dojo holds an event of version {VersionOf(line)}, and this kata command reads up to version {Newest}: a newer command is needed.");
            return JsonSerializer.Deserialize(line, Json.DojoEvent) is { } happened && Bounds.Fault(happened) is null ? happened : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException) { return null; }
    }

    /// <summary>What stands as v; 0 where nothing does.</summary>
    public static int VersionOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isVersion = reader.ValueTextEquals("v");
            reader.Read();
            if (isVersion) return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int version) ? version : 0;
            reader.Skip();
        }
        return 0;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DojoEvent))]
[JsonSerializable(typeof(TeamMessage))]
[JsonSerializable(typeof(BoardNews))]
internal sealed partial class DojoJson : JsonSerializerContext;
