using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Etudes.ML.Pretraining;

/// <summary>Flags that several verbs have, and how a flag is made.</summary>
internal static class Flag
{
    /// <summary>A flag whose value must be legal: else one sentence says what is expected.</summary>
    public static Option<T> Of<T>(string name, string words, T preset, string expected, Predicate<T> legal) where T : IParsable<T> => new(name)
    {
        Description = words,
        DefaultValueFactory = _ => preset,
        CustomParser = result => Parse(result, name, expected, legal, out var value) ? value : preset,
    };

    /// <summary>A whole number that may be left out.</summary>
    public static Option<int?> Optional(string name, string words, string expected, Predicate<int> legal) => new(name)
    {
        Description = words,
        CustomParser = result => Parse(result, name, expected, legal, out int value) ? value : null,
    };

    public static Option<string> Device() => Of("--device", "Where to compute.", "auto", "auto, cpu, cuda or mps", name => name is "auto" or "cpu" or "cuda" or "mps");

    public static Option<string> Data() => new("--data")
    {
        Description = "The pictures: drawn, a folder of PNG or JPEG (folders within it are labels), or MNIST's IDX files.",
        DefaultValueFactory = _ => PictureSource.Drawn,
    };

    public static Option<int> Seed(string words) => Of("--seed", words, 1, "a whole number from 0", n => n >= 0);

    /// <summary>Parts of the patches that are masked, as 0.5,0.75.</summary>
    public static Option<double[]> Ratios(double[] preset) => new("--ratio")
    {
        Description = "The parts of the patches that are masked, one after the other.",
        DefaultValueFactory = _ => preset,
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            double[] ratios = [.. given.Split(',').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out double ratio) ? ratio : double.NaN)];
            if (ratios.All(ratio => ratio is >= 0.02 and <= 0.98)) return ratios;
            result.AddError($"--ratio is {given}; expected numbers from 0.02 to 0.98 with commas between them.");
            return preset;
        },
    };

    public static Option<int> Labels() => Of("--labels", "How many labelled pictures are known.", 1000, "a whole number from 10 to 1000000", n => n is >= 10 and <= 1_000_000);

    public static Option<int> Seeds() => Of("--seeds", "How many times others of them are drawn.", 5, "a whole number from 1 to 100", n => n is >= 1 and <= 100);

    public static Option<string> Out() => new("--out") { Description = "Where runs are kept; each gets a folder of its own.", DefaultValueFactory = _ => Run.DefaultOut };

    public static Option<string> From() => new("--from") { Description = "The weights: a run's folder, or a file of safetensors or torch.", Required = true };

    /// <summary>Heads as 12,16: of the encoder and of the decoder.</summary>
    public static Option<(int Encoder, int Decoder)?> Heads() => new("--heads")
    {
        Description = "The heads of the encoder and of the decoder, as 12,16, for a file of weights that does not tell them.",
        CustomParser = result =>
        {
            if (result.Tokens[0].Value.Split(',') is [var first, var second] && int.TryParse(first, out int encoder) && int.TryParse(second, out int decoder)) return (encoder, decoder);
            result.AddError($"--heads is {result.Tokens[0].Value}; expected two whole numbers with a comma between them.");
            return null;
        },
    };

    private static bool Parse<T>(ArgumentResult result, string name, string expected, Predicate<T> legal, out T value) where T : IParsable<T>
    {
        string given = result.Tokens[0].Value;
        if (T.TryParse(given, CultureInfo.InvariantCulture, out value!) && legal(value)) return true;
        result.AddError($"{name} is {given}; expected {expected}.");
        return false;
    }
}
