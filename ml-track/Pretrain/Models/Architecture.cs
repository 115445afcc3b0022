namespace Etudes.ML.Pretraining;

/// <summary>The transformer of an encoder or a decoder: numbers in a token, blocks, heads that attend
/// in each block.</summary>
public sealed record Blocks(int Width, int Depth, int Heads);

/// <summary>The measures of a masked autoencoder, whose hidden layers are four times as wide as a
/// token.</summary>
/// <param name="Side">Of a picture, in pixels.</param>
/// <param name="Patch">The side of a patch, in pixels, which divides that of the picture.</param>
/// <param name="Channels">1 for grey, 3 for colour.</param>
public sealed record Architecture(int Side, int Patch, int Channels, Blocks Encoder, Blocks Decoder)
{
    public const int MlpRatio = 4;

    /// <summary>What a name stands for. The last one is that of the paper.</summary>
    public static readonly IReadOnlyDictionary<string, Architecture> Presets = new Dictionary<string, Architecture>
    {
        ["tiny"] = new(32, 4, 3, new(96, 4, 4), new(64, 1, 4)),
        ["small"] = new(96, 8, 3, new(192, 6, 3), new(96, 2, 3)),
        ["vit-b"] = new(224, 16, 3, new(768, 12, 12), new(512, 8, 16)),
    };

    /// <summary>The patches of a picture, L.</summary>
    public int Patches => Side / Patch * (Side / Patch);

    /// <summary>Why there is no such model; null where there is.</summary>
    public string? Fault =>
        Side % Patch != 0 ? $"a patch of {Patch} does not divide pictures of {Side}; --patch expects a divisor of the side"
        : Encoder.Width % 4 != 0 || Encoder.Width % Encoder.Heads != 0 ? $"--width is {Encoder.Width}; expected a multiple of 4 and of the {Encoder.Heads} heads"
        : null;

    /// <summary>A fresh model of these measures.</summary>
    public MaskedAutoencoder Create() => MaskedAutoencoder.Create(Side, Patch, Channels,
        (Encoder.Width, Encoder.Depth, Encoder.Heads), (Decoder.Width, Decoder.Depth, Decoder.Heads), MlpRatio);
}
