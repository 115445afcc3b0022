using System.CommandLine;
using Spectre.Console;

namespace Etudes.ML.Pretraining;

/// <summary>Trains the katas' density models on pictures of zeros and ones.</summary>
internal static class DensityVerb
{
    private const int Hidden = 500, Orders = 8, Shown = 8;

    public static Command Make()
    {
        var (data, seed) = (Flag.Data(), Flag.Seed("Draws the pictures, the weights and the samples."));
        var epochs = Flag.Of("--epochs", "How many times to go through the pictures.", 15, "a whole number from 1 to 100000", n => n is >= 1 and <= 100_000);
        var output = Flag.Out();
        var command = new Command("density", "Trains a belief network and MADE on pictures of zeros and ones: nats of held-out ones, samples, completions.") { data, epochs, seed, output };
        command.SetAction(parsed => Guard.Run(() =>
        {
            Devices.Choose("cpu");
            using var scope = NewDisposeScope();
            var pictures = BinaryPictures.Of(parsed.GetValue(data)!, parsed.GetValue(seed));
            var folder = RunFolder.Fresh(parsed.GetValue(output)!);
            folder.Prepare();
            Act(pictures, parsed.GetValue(epochs), parsed.GetValue(seed), folder.Path);
        }));
        return command;
    }

    private static void Act(BinaryPictures pictures, int epochs, int seed, string folder)
    {
        int n = pictures.Side * pictures.Side;
        DensityModel[] models = [BeliefNetwork.Factorised(n), BeliefNetwork.Of(n), MaskedNetwork.Of(n, Hidden, 1, seed), MaskedNetwork.Of(n, Hidden, Orders, seed)];
        using var stop = new CancelKey();
        Progress.Show("training", models.Length * epochs, task =>
        {
            foreach (var model in models)
            {
                task.Description = model.Name;
                DensityTraining.Train(model, pictures.Training, epochs, seed, stop.Token, () => task.Increment(1));
            }
        });
        var table = new Table().RoundedBorder().AddColumn("").AddColumn("held-out nats").AddColumn("bits per pixel").AddColumn("nats in training");
        foreach (var model in models)
        {
            double nats = DensityTraining.Nats(model, pictures.HeldOut);
            table.AddRow(model.Name, $"{nats:0.00}", $"{nats / Math.Log(2) / n:0.000}", $"{DensityTraining.Nats(model, pictures.Training):0.00}");
        }
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("Published for binarised MNIST: 94.5 nats for one hidden layer of 500 and one mask, 88.04 for MADE at its best.");
        Draw(models[1..3], pictures, seed, folder);
        AnsiConsole.WriteLine($"{folder}: completions.png, samples.png.");
        foreach (var model in models) model.Dispose();
    }

    /// <summary>Samples; and held-out pictures, their upper halves, and what each model makes of these.</summary>
    private static void Draw(DensityModel[] models, BinaryPictures pictures, int seed, string folder)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)seed);
        int n = pictures.Side * pictures.Side;
        var given = pictures.HeldOut[..(int)Math.Min(Shown, pictures.HeldOut.shape[0])];
        var uniforms = rand(given.shape, generator: random);
        PictureGrid.SaveRows([.. models.Select(model => Row(model.Sample(uniforms)))], Path.Combine(folder, "samples.png"));
        var upper = cat([given[.., ..(n / 2)], full_like(given[.., (n / 2)..], 0.5)], 1);
        PictureGrid.SaveRows([Row(given), Row(upper), .. models.Select(model => Row(model.Complete(given, n / 2, uniforms)))], Path.Combine(folder, "completions.png"));

        Tensor[] Row(Tensor vectors) => (vectors.reshape(-1, 1, pictures.Side, pictures.Side) * 2 - 1).split(1);
    }
}
