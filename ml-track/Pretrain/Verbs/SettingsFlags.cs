using System.CommandLine;

namespace Etudes.ML.Pretraining;

/// <summary>The flags that say what is trained, and on what.</summary>
/// <param name="hasRatio">Whether the part that is masked is a flag, too.</param>
internal sealed class SettingsFlags(bool hasRatio = true)
{
    private readonly Option<string> _data = Flag.Data();
    private readonly Option<bool> _strict = new("--strict") { Description = "Refuses a broken picture, which is else named and left out." };
    private readonly Option<string> _preset = Flag.Of("--preset", "The measures of the model.", "tiny", string.Join(", ", Presets.Named.Keys), Presets.Named.ContainsKey);
    private readonly Option<int?> _size = Measure("--size", "The side of a picture, in pixels; MNIST's have their own."), _patch = Measure("--patch", "The side of a patch, in pixels.");
    private readonly Option<int?> _width = Measure("--width", "The numbers in a token of the encoder."), _depth = Measure("--depth", "The blocks of the encoder.");
    private readonly Option<int?> _channels = Flag.Optional("--channels", "1 for grey, 3 for colour; as the pictures are, if not said.", "1 or 3", n => n is 1 or 3);
    private readonly Option<double> _ratio = Flag.Of("--mask-ratio", "The part of the patches that is masked.", 0.75, "a number from 0.02 to 0.98", x => x is >= 0.02 and <= 0.98);
    private readonly Option<bool> _normalise = new("--norm-pix")
    {
        Description = "Predict pixels normalised patch by patch. Better features, but no pictures: the mean and contrast of a removed patch are not predicted.",
    };
    private readonly Option<int> _epochs = Flag.Of("--epochs", "How many times to go through the pictures.", 10, "a whole number from 1 to 100000", n => n is >= 1 and <= 100_000);
    private readonly Option<int> _batch = Flag.Of("--batch", "How many pictures per step.", 32, "a whole number from 1 to 4096", n => n is >= 1 and <= 4096);
    private readonly Option<int> _accumulate = Flag.Of("--accumulate", "In how many parts a batch is held in memory.", 1, "a whole number from 1 to 4096", n => n is >= 1 and <= 4096);
    private readonly Option<int> _seed = Flag.Seed("Draws the pictures, the weights and the masks; the same seed gives the same run on a CPU.");

    private IEnumerable<Option> All => [_data, _strict, _preset, _size, _patch, _channels, _width, _depth, .. hasRatio ? [_ratio] : (Option[])[], _normalise, _epochs, _batch, _accumulate, _seed];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Add(option);
    }

    /// <summary>How far a run is to go, where that was said.</summary>
    public int? Epochs(ParseResult parsed) => IsGiven(parsed, _epochs) ? parsed.GetValue(_epochs) : null;

    /// <summary>A flag that was given and cannot be said of a run that goes on; null where there is
    /// none.</summary>
    public Option? OfFreshRun(ParseResult parsed) => All.FirstOrDefault(option => option != _epochs && IsGiven(parsed, option));

    /// <exception cref="RefusedRunException">There are no such pictures, or no such model.</exception>
    public Settings Read(ParseResult parsed) => Read(parsed, parsed.GetValue(_ratio));

    /// <summary>The same, with so much masked.</summary>
    /// <inheritdoc cref="Read(ParseResult)"/>
    public Settings Read(ParseResult parsed, double ratio)
    {
        string data = parsed.GetValue(_data)!;
        var model = Model(parsed, PictureSource.Of(data));
        var (batch, accumulate) = (parsed.GetValue(_batch), parsed.GetValue(_accumulate));
        if (batch % accumulate != 0) throw new RefusedRunException($"--accumulate is {accumulate}; expected a divisor of the batch, {batch}.");
        if ((int)(model.Patches * (1 - ratio)) is var visible && (visible == 0 || visible == model.Patches))
            throw new RefusedRunException($"--mask-ratio {ratio} leaves {visible} of {model.Patches} patches visible; expected some, and not all.");
        string path = data == PictureSource.Drawn ? data : Path.GetFullPath(data);
        return new Settings(path, parsed.GetValue(_strict), model, ratio, parsed.GetValue(_normalise), parsed.GetValue(_epochs), batch, accumulate, parsed.GetValue(_seed));
    }

    private Architecture Model(ParseResult parsed, PictureSource source)
    {
        var preset = Presets.Named[parsed.GetValue(_preset)!];
        var model = preset with
        {
            Image = parsed.GetValue(_size) ?? source.Side ?? preset.Image,
            Patch = parsed.GetValue(_patch) ?? preset.Patch,
            Channels = parsed.GetValue(_channels) ?? source.Channels,
            Encoder = (parsed.GetValue(_width) ?? preset.Encoder.Width, parsed.GetValue(_depth) ?? preset.Encoder.Depth, preset.Encoder.Heads),
        };
        var (width, _, heads) = model.Encoder;
        if (model.Image % model.Patch != 0) throw new RefusedRunException($"A patch of {model.Patch} does not divide pictures of {model.Image}; --patch expects a divisor of the side.");
        if (width % 4 != 0 || width % heads != 0) throw new RefusedRunException($"--width is {width}; expected a multiple of 4 and of the {heads} heads.");
        return model;
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static Option<int?> Measure(string name, string words) => Flag.Optional(name, words, "a whole number from 1 to 4096", n => n is >= 1 and <= 4096);
}
