using System.Diagnostics;
using Spectre.Console;

namespace Etudes.ML.Pretraining;

/// <summary>A run as the user sees it: a progress bar, a line per epoch, and the run's folder.</summary>
public static class Run
{
    private const int HeldOutPictures = 256, Glance = 10;

    /// <summary>ml-track/out of the repository, or out here where the program stands elsewhere.</summary>
    public static string DefaultOut => Directory.Exists("ml-track") ? Path.Combine("ml-track", "out") : "out";

    /// <summary>Begins a run.</summary>
    /// <returns>Whether it has made all its steps.</returns>
    /// <exception cref="RefusedRunException">The pictures or the folder are not as they should be; nothing has been written then.</exception>
    public static bool Start(Settings settings, Device device, RunFolder folder)
    {
        if (device.type == DeviceType.CPU) OutOfMemory.Foresee(settings, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        var (pictures, heldOut) = Open(settings);
        using var training = new Training(pictures, settings, device);
        return GoOn(training, heldOut, device, folder);
    }

    /// <summary>Goes on with a run.</summary>
    /// <returns>Whether it has made all its steps.</returns>
    /// <param name="epochs">How far, if not as far as it was to go.</param>
    /// <exception cref="RefusedRunException">The pictures, the folder or the checkpoint are not as they should be; nothing has been written then.</exception>
    public static bool Resume(RunFolder folder, int? epochs, Device device)
    {
        PictureSet? heldOut = null;
        using var training = Training.Load(folder.Checkpoint, epochs, settings =>
        {
            (var pictures, heldOut) = Open(settings);
            return pictures;
        }, device);
        if (training.IsDone)
            throw new RefusedRunException($"The run in '{folder.Path}' has made its {training.Step / training.StepsPerEpoch} epochs; --epochs with a larger number takes it further.");
        return GoOn(training, heldOut!, device, folder);
    }

    /// <summary>The pictures of a run.</summary>
    /// <exception cref="RefusedRunException">They are not as they should be, or fewer than a batch.</exception>
    public static (PictureSet Training, PictureSet HeldOut) Open(Settings settings)
    {
        var (pictures, heldOut) = PictureSource.Of(settings.Data).Open(settings.Model.Image, settings.Model.Channels, settings.Seed, settings.Strict);
        return pictures.Count >= settings.Batch ? (pictures, heldOut)
            : throw new RefusedRunException($"--batch is {settings.Batch}, and there are {pictures.Count} pictures to train on; expected at most as many.");
    }

    private static bool GoOn(Training training, PictureSet heldOut, Device device, RunFolder folder)
    {
        folder.Prepare();
        var settings = training.Settings;
        AnsiConsole.WriteLine($"{training.Model.parameters().Sum(parameter => parameter.numel()):N0} parameters on {device}, {settings.MaskRatio:P0} masked, {training.Steps - training.Step} steps of {settings.Batch} pictures");
        using var stop = new CancelKey(); // the step is finished and saved first
        OutOfMemory.Tell(settings, () =>
        {
            AnsiConsole.WriteLine($"{Forecast.Of(training)}");
            using var held = new HeldOut(heldOut.First(HeldOutPictures), settings.Model, device);
            Train(training, held, folder, stop.Token);
        });
        return training.IsDone;
    }

    private static void Train(Training training, HeldOut heldOut, RunFolder folder, CancellationToken stop)
    {
        var (losses, errors) = (training.History.Losses, training.History.HeldOut);
        double ofTheMean = heldOut.Measure(training.Model, training.Settings.MaskRatio).OfTheMean;
        Progress.Show("starting", training.Steps, task =>
        {
            task.Value = training.Step;
            var (clock, first) = (Stopwatch.StartNew(), training.Step);
            while (!training.IsDone && !stop.IsCancellationRequested)
            {
                Glimpse(training, losses);
                task.Value = training.Step;
                task.Description = $"loss {losses[^1]:0.0000}, {(training.Step - first) * training.Settings.Batch / clock.Elapsed.TotalSeconds:0} images/s";
                if (training.Step % training.StepsPerEpoch != 0) continue;
                if (!training.Settings.NormalisePixels) errors.Add(new(training.Step, heldOut.Measure(training.Model, training.Settings.MaskRatio).Error));
                folder.Save(training);
                string error = training.Settings.NormalisePixels ? "" : $", held-out error {errors[^1].Error:0.0000}, {errors[^1].Error / ofTheMean:P0} of the visible mean's";
                AnsiConsole.WriteLine($"epoch {training.Step / training.StepsPerEpoch,3}  loss {losses.TakeLast(training.StepsPerEpoch).Average():0.0000}{error}");
            }
        });
        folder.Save(training);
        folder.End(training, heldOut, ofTheMean);
        if (training.Settings.NormalisePixels) AnsiConsole.WriteLine("No pictures: with --norm-pix the mean and the contrast of a removed patch are not predicted.");
        string again = training.IsDone ? "" : $" Stopped at step {training.Step} of {training.Steps}; go on with --resume {folder.Path}";
        AnsiConsole.WriteLine($"{folder.Path}: {string.Join(", ", Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order())}.{again}");
    }

    /// <summary>A few steps, whose losses are read together afterwards: within a step nothing waits for the device.</summary>
    private static void Glimpse(Training training, List<double> losses)
    {
        using var scope = NewDisposeScope();
        var fresh = new List<Tensor>();
        BetweenCollections.Run(() =>
        {
            do fresh.Add(training.Next());
            while (fresh.Count < Glance && training.Step % training.StepsPerEpoch != 0);
        });
        losses.AddRange(stack(fresh).to(float64).cpu().data<double>().ToArray());
    }
}
