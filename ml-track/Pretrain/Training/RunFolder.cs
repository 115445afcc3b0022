using System.Globalization;

namespace Etudes.ML.Pretraining;

/// <summary>What a run leaves: its checkpoint, its log, its pictures.</summary>
public sealed class RunFolder
{
    private const int Shown = 6;
    private const string CheckpointName = "checkpoint.safetensors";

    private RunFolder(string path) => Path = path;

    public string Path { get; }

    public string Checkpoint => Within(CheckpointName);

    /// <summary>The weights alone; they are there once a run has ended.</summary>
    public string Weights => Within("model.safetensors");

    /// <summary>The folder of an earlier run.</summary>
    /// <exception cref="RefusedRunException">It has no checkpoint.</exception>
    public static RunFolder Existing(string path) => Of(path) is { HasRun: true } run ? run
        : throw new RefusedRunException($"There is no {CheckpointName} in '{path}'; --resume expects the folder of an earlier run.");

    /// <summary>The folder of a run that has left its weights.</summary>
    /// <exception cref="RefusedRunException">It has none.</exception>
    public static RunFolder Ended(string path) => Of(path) is var run && File.Exists(run.Weights) ? run
        : throw new RefusedRunException(run.HasRun ? $"The run in '{path}' has not ended; --resume goes on with it." : $"There is no run in '{path}'; --from expects the folder of a run, or a file of weights.");

    /// <summary>The first of output/1, output/2, ... that is not there yet.</summary>
    /// <exception cref="RefusedRunException">The name is empty.</exception>
    public static RunFolder Fresh(string output) => output.Trim() == "" ? throw new RefusedRunException("--out is empty; it expects a folder that can be written to.")
        : Of(Enumerable.Range(1, int.MaxValue).Select(i => System.IO.Path.Combine(output, $"{i}")).First(path => !System.IO.Path.Exists(path)));

    public static RunFolder Of(string path) => new(path);

    public bool HasRun => File.Exists(Checkpoint);

    /// <summary>Makes it, and looks whether it can be written to: now rather than after the first epoch.</summary>
    /// <exception cref="RefusedRunException">It cannot be made, or not be written to.</exception>
    public void Prepare()
    {
        try
        {
            Directory.CreateDirectory(Path);
            string probe = Checkpoint + WholeFile.Unfinished;
            File.Create(probe).Dispose();
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusedRunException($"Nothing can be written in '{Path}' ({e.Message.TrimEnd('.')}); a folder that can be written to is expected.");
        }
    }

    /// <summary>The checkpoint, and log.csv: the loss of every step, and the error on held-out pictures where it was measured.</summary>
    public void Save(Training training)
    {
        training.Save(Checkpoint);
        var errors = training.History.HeldOut.ToDictionary(point => point.Step, point => point.Error);
        File.WriteAllLines(Within("log.csv"), training.History.Losses.Select((loss, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{i + 1},{i / training.StepsPerEpoch + 1},{loss},{(errors.TryGetValue(i + 1, out double error) ? error : null)}")).Prepend("step,epoch,loss,held-out error"));
    }

    /// <summary>The weights, the curve of the loss, and what the model makes of held-out pictures.</summary>
    public void End(Training training, HeldOut heldOut, double ofTheMean)
    {
        training.SaveWeights(Weights);
        Figures.Curve(training.History, ofTheMean, Within("loss.png"));
        if (training.Settings.NormalisePixels) return;
        using var scope = NewDisposeScope();
        PictureGrid.Save(heldOut.Show(training.Model, training.Settings.MaskRatio, Shown), Within("pictures.png"));
    }

    private string Within(string name) => System.IO.Path.Combine(Path, name);
}
