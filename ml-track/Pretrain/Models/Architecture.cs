using System.Globalization;

namespace Etudes.ML.Pretraining;

/// <summary>The measures of a masked autoencoder.</summary>
/// <param name="Decoder">Null if there is an encoder only.</param>
public sealed record Architecture(int Image, int Patch, int Channels, (int Width, int Depth, int Heads) Encoder, (int Width, int Depth, int Heads)? Decoder, int MlpRatio)
{
    private const string HeadsKey = "heads", DecoderHeadsKey = "decoder_heads";
    private const int Any = -1, Largest = 1 << 20;

    /// <summary>How many heads the published models of these widths have.</summary>
    private static readonly Dictionary<int, int> s_heads = new() { [768] = 12, [1024] = 16, [1280] = 16 }, s_decoderHeads = new() { [512] = 16 };

    /// <summary>The patches of a picture, L.</summary>
    public int Patches => Image / Patch * (Image / Patch);

    /// <summary>A fresh model of these measures. Without a decoder it gets one as small as can be.</summary>
    public MaskedAutoencoder Create() => MaskedAutoencoder.Create(Image, Patch, Channels, Encoder, Decoder ?? (4, 1, 1), MlpRatio);

    /// <summary>What the shapes of the weights do not tell; a file of weights keeps it.</summary>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get
        {
            var metadata = new Dictionary<string, string> { [HeadsKey] = $"{Encoder.Heads}" };
            if (Decoder is { } decoder) metadata[DecoderHeadsKey] = $"{decoder.Heads}";
            return metadata;
        }
    }

    /// <summary>The measures follow from shapes; the heads from the file's metadata, else from what
    /// the caller says, else from the published models of these widths.</summary>
    /// <exception cref="RefusedRunException">A measure does not follow.</exception>
    public static Architecture Of(StateDict weights, (int Encoder, int Decoder)? heads = null)
    {
        long[] patches = Shape(weights, "patch_embed.proj.weight", [Any, Any, Any, Any]), positions = Shape(weights, "pos_embed", [1, Any, patches[0]]);
        long hidden = Shape(weights, "blocks.0.mlp.fc1.weight", [Any, patches[0]])[0];
        var (width, patch, grid) = ((int)patches[0], (int)patches[2], (int)Math.Sqrt(positions[1] - 1));
        if (patches[3] != patch || grid < 1 || (long)grid * grid != positions[1] - 1) throw Weights.Refusal(weights.Source, "its patches or its pictures are no squares");
        if (hidden % width != 0) throw Weights.Refusal(weights.Source, $"its blocks of width {width} are {hidden} wide inside; expected a multiple");
        var encoder = Part(weights, "blocks", width, Heads(weights, HeadsKey, heads?.Encoder, width, s_heads));
        (int, int, int)? decoder = null;
        if (HasDecoder(weights))
        {
            int narrow = (int)Shape(weights, "decoder_embed.weight", [Any, width])[0];
            decoder = Part(weights, "decoder_blocks", narrow, Heads(weights, DecoderHeadsKey, heads?.Decoder, narrow, s_decoderHeads));
        }
        return new(patch * grid, patch, (int)patches[1], encoder, decoder, (int)(hidden / width));
    }

    /// <summary>Whether a file of weights has more than an encoder.</summary>
    public static bool HasDecoder(StateDict weights) => weights.Tensors.Keys.Any(name => name.StartsWith("decoder_"));

    internal static string Shown(long[] shape) => $"[{string.Join(", ", shape.Select(size => size == Any ? "any" : $"{size}"))}]";

    private static long[] Shape(StateDict weights, string name, long[] expected)
    {
        if (!weights.Tensors.TryGetValue(name, out var tensor)) throw Weights.Refusal(weights.Source, $"'{name}' is missing, so it is no masked autoencoder");
        long[] shape = tensor.shape;
        return shape.Length == expected.Length && shape.Zip(expected).All(size => size.First is > 0 and <= Largest && (size.Second == Any || size.First == size.Second)) ? shape
            : throw Weights.Refusal(weights.Source, $"'{name}' has the shape {Shown(shape)}; expected {Shown(expected)}");
    }

    private static int Heads(StateDict weights, string key, int? said, int width, Dictionary<int, int> published)
    {
        if (weights.Metadata.TryGetValue(key, out string? kept))
            return int.TryParse(kept, CultureInfo.InvariantCulture, out int number) ? number : throw Weights.Refusal(weights.Source, $"its metadata says that {key} is '{kept}'; expected a number");
        return said ?? (published.TryGetValue(width, out int usual) ? usual
            : throw Weights.Refusal(weights.Source, $"nothing tells its {key} at a width of {width}, which no published model has; --heads says it"));
    }

    private static (int Width, int Depth, int Heads) Part(StateDict weights, string blocks, int width, int heads)
    {
        int depth = 0;
        while (weights.Tensors.ContainsKey($"{blocks}.{depth}.norm1.weight")) depth++;
        return depth > 0 && width % 4 == 0 && heads > 0 && width % heads == 0 ? (width, depth, heads)
            : throw Weights.Refusal(weights.Source, $"it has {depth} {blocks} of width {width} with {heads} heads; expected at least one, and a width that 4 and the heads divide");
    }
}
