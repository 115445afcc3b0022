using System.CommandLine;
using System.Globalization;
using Etudes.ML.Pretraining;

var device = Flag("--device", "Where to train.", "auto", "auto, cpu, cuda or mps", name => name is "auto" or "cpu" or "cuda" or "mps");
var ratio = Flag("--mask-ratio", "The part of the 64 patches that is masked.", 0.75, "a number from 0.02 to 0.98", x => x is >= 0.02 and <= 0.98);
var normalise = new Option<bool>("--norm-pix")
{
    Description = "Predict pixels normalised patch by patch. Better features, but no pictures: the mean and contrast of a removed patch are not predicted.",
};
var epochs = Flag("--epochs", "How many times to go through the 4096 pictures.", 10, "a whole number from 1 to 100000", n => n is >= 1 and <= 100_000);
var batch = Flag("--batch", "How many pictures per step.", 32, "a whole number from 1 to 4096", n => n is >= 1 and <= 4096);
var seed = Flag("--seed", "Draws the pictures, the weights and the masks; the same seed gives the same run on a CPU.", 1, "a whole number from 0", n => n >= 0);
var output = new Option<string>("--out") { Description = "Where runs are kept; each gets a folder of its own.", DefaultValueFactory = _ => Run.DefaultOut };
var resume = new Option<string?>("--resume") { Description = "Goes on with the run in this folder, with that run's own settings." };

var root = new RootCommand("Trains a masked autoencoder on pictures that it draws itself, and shows what it makes of them.") { device, ratio, normalise, epochs, batch, seed, output, resume };
root.SetAction(result => Guard(() =>
{
    if (result.GetResult(resume) is not null && new Option[] { ratio, normalise, epochs, batch, seed }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } own)
        throw new RefusedRunException($"--resume goes on with that run's own settings; leave {own.Name} out.");
    var settings = new Settings(result.GetValue(ratio), result.GetValue(normalise), result.GetValue(epochs), result.GetValue(batch), result.GetValue(seed));
    Run.Start(settings, result.GetValue(device)!, result.GetValue(output)!, result.GetValue(resume));
}));
var doctor = new Command("doctor", "Says what this machine can train on and, where libtorch does not load, why.");
doctor.SetAction(_ => Doctor.Examine());
root.Add(doctor);

var parsed = root.Parse(args);
if (parsed.Errors.Count == 0) return parsed.Invoke();
Console.Error.WriteLine($"{parsed.Errors[0].Message} --help lists the flags.");
return 2;

static Option<T> Flag<T>(string name, string words, T preset, string expected, Predicate<T> legal) where T : IParsable<T> => new(name)
{
    Description = words,
    DefaultValueFactory = _ => preset,
    CustomParser = result =>
    {
        string given = result.Tokens[0].Value;
        if (T.TryParse(given, CultureInfo.InvariantCulture, out var value) && legal(value)) return value;
        result.AddError($"{name} is {given}; expected {expected}.");
        return preset;
    },
};

static int Guard(Action act)
{
    try
    {
        act();
        return 0;
    }
    catch (RefusedRunException refused)
    {
        Console.Error.WriteLine(refused.Message);
        return 2;
    }
    catch (Exception full) when (full is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"The run stopped, since it could not be saved: {full.Message.TrimEnd('.')}. A checkpoint saved before is whole.");
        return 1;
    }
    catch (NotImplementedException unwritten)
    {
        var frame = new System.Diagnostics.StackTrace(unwritten).GetFrame(0)?.GetMethod();
        string kata = frame?.DeclaringType?.Name ?? "a kata";
        Console.Error.WriteLine($"Not written yet: {kata}.{frame?.Name}, in ml-track/Katas/{kata}/{kata}.cs; training needs MaskedAutoencoder, Patchify and MaeLoss.");
        return 1;
    }
}
