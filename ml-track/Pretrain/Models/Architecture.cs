using System.Globalization;

namespace Etudes.ML.Pretraining;

/// <summary>The measures of a masked autoencoder, and the names and shapes of its weights as
/// they are published.</summary>
/// <param name="Decoder">Null if there is an encoder only.</param>
public sealed record Architecture(int Image, int Patch, int Channels, (int Width, int Depth, int Heads) Encoder, (int Width, int Depth, int Heads)? Decoder, int MlpRatio)
{
    private const string HeadsKey = "heads", DecoderHeadsKey = "decoder_heads";
    private const int Largest = 1 << 20;

    /// <summary>How many heads the published widths have; no shape tells it.</summary>
    private static readonly Dictionary<int, int> s_heads = new() { [768] = 12, [1024] = 16, [1280] = 16 }, s_decoderHeads = new() { [512] = 16 };

    /// <summary>The patches of a picture, L.</summary>
    public int Patches => Image / Patch * (Image / Patch);

    /// <summary>A fresh model of these measures. Without a decoder it gets one as small as can be.</summary>
    public MaskedAutoencoder Create() => MaskedAutoencoder.Create(Image, Patch, Channels, Encoder, Decoder ?? (4, 1, 1), MlpRatio);

    /// <summary>What the shapes of the weights do not tell: a file of weights keeps it.</summary>
    public IReadOnlyDictionary<string, string> Metadata => Decoder is not { } decoder ? new() { [HeadsKey] = $"{Encoder.Heads}" }
        : new Dictionary<string, string> { [HeadsKey] = $"{Encoder.Heads}", [DecoderHeadsKey] = $"{decoder.Heads}" };

    /// <summary>Every weight of such a model, the fixed positions too.</summary>
    public IEnumerable<(string Name, long[] Shape)> Shapes
    {
        get
        {
            long length = 1 + (long)(Image / Patch) * (Image / Patch), width = Encoder.Width;
            IEnumerable<(string, long[])> encoder = [("cls_token", [1, 1, width]), ("pos_embed", [1, length, width]),
                ("patch_embed.proj.weight", [width, Channels, Patch, Patch]), ("patch_embed.proj.bias", [width]), .. Blocks("blocks", Encoder), .. Norm("norm", width)];
            if (Decoder is not { } decoder) return encoder;
            return [.. encoder, ("mask_token", [1, 1, decoder.Width]), ("decoder_pos_embed", [1, length, decoder.Width]), .. Linear("decoder_embed", width, decoder.Width),
                .. Blocks("decoder_blocks", decoder), .. Norm("decoder_norm", decoder.Width), .. Linear("decoder_pred", decoder.Width, (long)Patch * Patch * Channels)];
        }
    }

    /// <summary>The measures follow from shapes; the heads from the file's metadata, else from what
    /// the caller says, else from the published models of these widths.</summary>
    /// <exception cref="RefusedRunException">A measure does not follow.</exception>
    public static Architecture Of(StateDict weights, (int Encoder, int Decoder)? heads = null)
    {
        long[] patches = Shape("patch_embed.proj.weight", [-1, -1, -1, -1]), positions = Shape("pos_embed", [1, -1, patches[0]]);
        long hidden = Shape("blocks.0.mlp.fc1.weight", [-1, patches[0]])[0];
        var (width, patch, grid) = ((int)patches[0], (int)patches[2], (int)Math.Sqrt(positions[1] - 1));
        if (patches[3] != patch || grid < 1 || (long)grid * grid != positions[1] - 1 || hidden % width != 0)
            throw Weights.Refusal(weights.Source, "its patches or its pictures are no squares, or its blocks no whole number of times as wide inside");
        var encoder = Part("blocks", width, HeadsKey, heads?.Encoder, s_heads);
        (int, int, int)? decoder = !HasDecoder(weights) ? null : Part("decoder_blocks", (int)Shape("decoder_embed.weight", [-1, width])[0], DecoderHeadsKey, heads?.Decoder, s_decoderHeads);
        return new(patch * grid, patch, (int)patches[1], encoder, decoder, (int)(hidden / width));

        long[] Shape(string name, long[] expected)
        {
            if (!weights.Tensors.TryGetValue(name, out var tensor)) throw Weights.Refusal(weights.Source, $"'{name}' is missing, so it is no masked autoencoder");
            long[] shape = tensor.shape;
            return shape.Length == expected.Length && shape.Zip(expected).All(size => size.First is > 0 and <= Largest && (size.Second < 0 || size.First == size.Second)) ? shape
                : throw Weights.Refusal(weights.Source, $"'{name}' has the shape {Shown(shape)}; expected {Shown(expected).Replace("-1", "any")}");
        }

        (int, int, int) Part(string blocks, int width, string key, int? said, Dictionary<int, int> published)
        {
            int depth = 0;
            while (weights.Tensors.ContainsKey($"{blocks}.{depth}.norm1.weight")) depth++;
            int? kept = weights.Metadata.TryGetValue(key, out string? text) ? int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : 0 : null;
            int heads = kept ?? said ?? (published.TryGetValue(width, out int usual) ? usual
                : throw Weights.Refusal(weights.Source, $"nothing tells how many heads its {blocks} of width {width} have; the caller has to say it"));
            return depth > 0 && width % 4 == 0 && heads > 0 && width % heads == 0 ? (width, depth, heads)
                : throw Weights.Refusal(weights.Source, $"its {blocks} are {depth}, {width} wide with {heads} heads; expected at least one, and a width that 4 and the heads divide");
        }
    }

    /// <summary>Whether a file of weights has more than an encoder.</summary>
    public static bool HasDecoder(StateDict weights) => weights.Tensors.Keys.Any(name => name.StartsWith("decoder_"));

    internal static string Shown(long[] shape) => $"[{string.Join(", ", shape)}]";

    private IEnumerable<(string, long[])> Blocks(string name, (int Width, int Depth, int Heads) part)
    {
        long width = part.Width, hidden = width * MlpRatio;
        return Enumerable.Range(0, part.Depth).Select(i => $"{name}.{i}.").SelectMany(block => (IEnumerable<(string, long[])>)[
            .. Norm(block + "norm1", width), .. Linear(block + "attn.qkv", width, 3 * width), .. Linear(block + "attn.proj", width, width),
            .. Norm(block + "norm2", width), .. Linear(block + "mlp.fc1", width, hidden), .. Linear(block + "mlp.fc2", hidden, width)]);
    }

    private static (string, long[])[] Norm(string name, long width) => [(name + ".weight", [width]), (name + ".bias", [width])];

    private static (string, long[])[] Linear(string name, long from, long to) => [(name + ".weight", [to, from]), (name + ".bias", [to])];
}
