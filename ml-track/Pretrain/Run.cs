using System.Diagnostics;
using Spectre.Console;

namespace Etudes.ML.Pretraining;

/// <summary>A run as the user sees it: a progress bar, a line per epoch, and a folder with the
/// pictures and the checkpoint.</summary>
public static class Run
{
    private const int TrainingPictures = 4096, HeldOutPictures = 256, Shown = 6, Glance = 10;
    private const string Checkpoint = "checkpoint.bin";

    /// <summary>ml-track/out of the repository, or out here where the program stands elsewhere.</summary>
    public static string DefaultOut => Directory.Exists("ml-track") ? Path.Combine("ml-track", "out") : "out";

    /// <exception cref="RefusedRunException">The device, a folder or a checkpoint is not as it should be; nothing has been written then.</exception>
    public static void Start(Settings settings, string deviceName, string output, string? resume)
    {
        var device = Devices.Choose(deviceName);
        using var training = resume is null
            ? new Training(Scenes.Draw(TrainingPictures, settings.Seed).Images, settings, device)
            : Training.Load(Existing(resume), stored => Scenes.Draw(TrainingPictures, stored.Seed).Images, device);
        using var heldOut = new HeldOut(Scenes.Draw(HeldOutPictures, -1 - training.Settings.Seed).Images, device);
        string folder = Writable(resume ?? Fresh(output));
        AnsiConsole.WriteLine($"{training.Model.parameters().Sum(parameter => parameter.numel()):N0} parameters on {device}, {training.Settings.MaskRatio:P0} masked, {training.Steps - training.Step} steps of {training.Settings.Batch} pictures");

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true; // the step is finished and saved first
            stop.Cancel();
        };
        Train(training, heldOut, folder, stop.Token);
    }

    private static void Train(Training training, HeldOut heldOut, string folder, CancellationToken stop)
    {
        var (losses, errors) = (training.History.Losses, training.History.HeldOut);
        double ofTheMean = heldOut.Measure(training.Model, training.Settings.MaskRatio).OfTheMean;
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
        {
            var task = progress.AddTask("starting", maxValue: training.Steps);
            task.Value = training.Step;
            var (clock, first) = (Stopwatch.StartNew(), training.Step);
            while (training.Step < training.Steps && !stop.IsCancellationRequested)
            {
                Glimpse(training, losses);
                task.Value = training.Step;
                task.Description = $"loss {losses[^1]:0.0000}, {(training.Step - first) * training.Settings.Batch / clock.Elapsed.TotalSeconds:0} images/s";
                if (training.Step % training.StepsAnEpoch != 0) continue;
                if (!training.Settings.NormalisePixels) errors.Add(new(training.Step, heldOut.Measure(training.Model, training.Settings.MaskRatio).Error));
                training.Save(Path.Combine(folder, Checkpoint));
                string error = training.Settings.NormalisePixels ? "" : $", held-out error {errors[^1].Error:0.0000}, {errors[^1].Error / ofTheMean:P0} of the visible mean's";
                AnsiConsole.WriteLine($"epoch {training.Step / training.StepsAnEpoch,3}  loss {losses.TakeLast(training.StepsAnEpoch).Average():0.0000}{error}");
            }
        });
        training.Save(Path.Combine(folder, Checkpoint));
        Figures.Curve(training.History, ofTheMean, Path.Combine(folder, "loss.png"));
        if (training.Settings.NormalisePixels)
            AnsiConsole.WriteLine("No pictures: with --norm-pix the mean and the contrast of a removed patch are not predicted.");
        else
            Pictures(training, heldOut, Path.Combine(folder, "pictures.png"));
        string again = training.Step < training.Steps ? $" Stopped at step {training.Step} of {training.Steps}; go on with --resume {folder}" : "";
        AnsiConsole.WriteLine($"{folder}: {string.Join(", ", Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order())}.{again}");
    }

    /// <summary>A few steps, whose losses are read together afterwards: within a step nothing waits for the device.</summary>
    private static void Glimpse(Training training, List<double> losses)
    {
        using var scope = NewDisposeScope();
        var fresh = new List<Tensor>();
        do fresh.Add(training.Next());
        while (fresh.Count < Glance && training.Step % training.StepsAnEpoch != 0);
        losses.AddRange(stack(fresh).to(float64).cpu().data<double>().ToArray());
    }

    private static void Pictures(Training training, HeldOut heldOut, string path)
    {
        using var scope = NewDisposeScope();
        Figures.Grid(heldOut.Show(training.Model, training.Settings.MaskRatio, Shown), path);
    }

    /// <summary>The folder, found out now rather than after the first epoch.</summary>
    private static string Writable(string folder)
    {
        string probe = Path.Combine(folder, Checkpoint) + Training.Unfinished;
        try
        {
            File.Create(probe).Dispose();
            File.Delete(probe);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedRunException($"Nothing can be written in '{folder}' ({e.Message.TrimEnd('.')}).");
        }
    }

    private static string Existing(string folder) => Path.Combine(folder, Checkpoint) is var path && File.Exists(path) ? path
        : throw new RefusedRunException($"There is no {Checkpoint} in '{folder}'; --resume expects the folder of an earlier run.");

    /// <summary>The first of out/1, out/2, ... that is not there yet.</summary>
    private static string Fresh(string output)
    {
        if (output.Trim() == "") throw new RefusedRunException("--out is empty; it expects a folder that can be written to.");
        try
        {
            string folder = Enumerable.Range(1, int.MaxValue).Select(i => Path.Combine(output, $"{i}")).First(path => !Path.Exists(path));
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusedRunException($"No run can be kept in '{output}' ({e.Message.TrimEnd('.')}); --out expects a folder that can be written to.");
        }
    }
}
