using System.Buffers.Binary;
using System.Text.Json;

namespace Etudes.ML.Pretraining;

/// <summary>What a .safetensors file says of its tensors, in the order of their numbers.</summary>
internal sealed record SafeTensorsHeader(IReadOnlyList<SafeTensorsHeader.Entry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Some twenty thousand tensors. The format allows 100 MB, which are gigabytes once
    /// parsed.</summary>
    private const int Longest = 2 << 20;

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public sealed record Entry(string Name, ElementType Type, long[] Shape, long Begin, long End);

    private sealed record Description(string Dtype, long[] Shape, long[] DataOffsets);

    /// <summary>Reads the header of a file; the file stands before its first number then.</summary>
    public static SafeTensorsHeader Read(FileStream file)
    {
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        file.ReadExactly(eight);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(eight);
        if (length > Longest) throw new InvalidDataException($"its header claims {length} bytes; expected at most {Longest}");
        if ((long)length > file.Length - file.Position) throw new InvalidDataException($"its header claims {length} bytes, but the file has only {file.Length}");
        byte[] header = new byte[length];
        file.ReadExactly(header);
        var parts = Parse<Dictionary<string, JsonElement>>(() => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(header, s_options), "its header");
        var metadata = parts.Remove(SafeTensors.MetadataName, out var words)
            ? Parse(() => words.Deserialize<Dictionary<string, string>>(s_options), SafeTensors.MetadataName) : [];
        var entries = parts.Select(part => Described(part.Key, part.Value)).OrderBy(entry => entry.Begin).ThenBy(entry => entry.End).ToList();
        Tile(entries, file.Length - file.Position);
        return new(entries, metadata);
    }

    private static Entry Described(string name, JsonElement json)
    {
        var told = Parse(() => json.Deserialize<Description>(s_options), $"the entry '{name}'");
        var type = ElementType.All.FirstOrDefault(type => type.Safe == told.Dtype)
            ?? throw new InvalidDataException($"'{name}' is of type {told.Dtype}; expected one of {string.Join(", ", ElementType.All.Select(type => type.Safe))}");
        long count = ElementType.Count(told.Shape);
        if (count < 0) throw new InvalidDataException($"'{name}' has a negative size, or more than {ElementType.MostAxes} axes");
        if (told.DataOffsets is not [var begin, var end] || begin < 0 || end < begin) throw new InvalidDataException($"'{name}' has no two offsets that follow each other");
        if ((Int128)count * type.Bytes != end - begin) throw new InvalidDataException($"the shape of '{name}' needs other than the {end - begin} bytes of its offsets");
        if (end - begin > Array.MaxLength) throw new InvalidDataException($"'{name}' has {end - begin} bytes; expected at most {Array.MaxLength}");
        return new(name, type, told.Shape, begin, end);
    }

    /// <summary>The tensors must cover the numbers: no overlap, no hole, nothing left.</summary>
    private static void Tile(List<Entry> entries, long length)
    {
        long at = 0;
        foreach (var entry in entries)
        {
            if (entry.Begin != at) throw new InvalidDataException($"'{entry.Name}' begins at byte {entry.Begin}, but what is before it ends at {at}");
            at = entry.End;
        }
        if (at != length) throw new InvalidDataException($"its tensors have {at} bytes, but the file has {length} for them");
    }

    private static T Parse<T>(Func<T?> parse, string what) where T : class
    {
        try
        {
            return parse() ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{what} is not the JSON that was expected ({e.Message.TrimEnd('.')})");
        }
    }
}
