using System.Buffers.Binary;
using System.Text.Json;

namespace Etudes.ML.Pretraining;

/// <summary>The format .safetensors: eight bytes of length, a header in JSON, the
/// numbers.</summary>
/// <remarks>Source: <see href="https://huggingface.co/docs/safetensors/index#format">Safetensors,
/// Format</see>.</remarks>
public static class SafeTensors
{
    internal const string MetadataName = "__metadata__";
    private const int Alignment = 8;

    /// <summary>Writes a file that is there whole or not at all.</summary>
    /// <param name="tensors">On any device, of any strides.</param>
    /// <param name="metadata">What else is to be known of them.</param>
    /// <exception cref="ArgumentException">A tensor has a type or a name that the format
    /// lacks.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        // The longest numbers first: each begins at a multiple of its length.
        var ordered = tensors.Select(pair => (Name: pair.Key, Tensor: pair.Value, Type: TypeOf(pair.Key, pair.Value)))
            .OrderByDescending(entry => entry.Type.Bytes).ToList();
        byte[] header = Header(ordered, metadata);
        WholeFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var entry in ordered)
            {
                using var scope = NewDisposeScope();
                if (entry.Tensor.numel() > 0) stream.Write(entry.Tensor.detach().cpu().contiguous().bytes);
            }
        });
    }

    internal static StateDict Read(FileStream file)
    {
        var header = SafeTensorsHeader.Read(file);
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>();
        foreach (var entry in header.Entries) tensors[entry.Name] = entry.Type.Read(file, ElementType.Count(entry.Shape)).reshape(entry.Shape);
        return new StateDict(file.Name, tensors, header.Metadata);
    }

    private static ElementType TypeOf(string name, Tensor tensor) =>
        name == MetadataName ? throw new ArgumentException($"a tensor cannot have the name {name}")
        : ElementType.All.FirstOrDefault(type => type.Type == tensor.dtype) ?? throw new ArgumentException($"'{name}' is of {tensor.dtype}, which the format lacks");

    private static byte[] Header(IEnumerable<(string Name, Tensor Tensor, ElementType Type)> entries, IReadOnlyDictionary<string, string> metadata)
    {
        var header = new Dictionary<string, object> { [MetadataName] = metadata };
        long at = 0;
        foreach (var (name, tensor, type) in entries)
            header[name] = new { dtype = type.Safe, tensor.shape, data_offsets = new[] { at, at += tensor.numel() * type.Bytes } };
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header);
        byte[] padded = new byte[(json.Length + Alignment - 1) / Alignment * Alignment];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        return padded;
    }
}
