namespace Etudes.ML.Pretraining;

/// <summary>Measures that have a name.</summary>
public static class Presets
{
    /// <summary>The last one is the smallest of the paper.</summary>
    public static readonly IReadOnlyDictionary<string, Architecture> Named = new Dictionary<string, Architecture>
    {
        ["tiny"] = new(32, 4, 3, (96, 4, 4), (64, 1, 4), 4),
        ["small"] = new(96, 8, 3, (192, 6, 3), (96, 2, 3), 4),
        ["vit-b"] = new(224, 16, 3, (768, 12, 12), (512, 8, 16), 4),
    };
}
