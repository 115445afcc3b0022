using System.Diagnostics;

namespace Etudes.ML.Pretraining;

/// <summary>What one part of masked patches costs and gives.</summary>
/// <param name="ImagesPerSecond">In training.</param>
/// <param name="Accuracy">Of a linear map on the trained encoder.</param>
public sealed record SweepPoint(double Ratio, double ImagesPerSecond, ProbeRow Accuracy);

/// <summary>The same training with more and more of a picture masked. Each run has a folder of its own,
/// so that a sweep goes on where it was stopped.</summary>
/// <param name="runs">The same but for the part that is masked.</param>
/// <param name="output">The folder of their folders.</param>
internal sealed class Sweep(IReadOnlyList<Settings> runs, string output, Device device)
{
    private const int Rounds = 7, Shown = 6;

    private readonly (PictureSet Training, PictureSet HeldOut) _pictures = Run.Open(runs[0]);

    /// <summary>The files that a sweep goes on from, one per ratio.</summary>
    public IReadOnlyList<string> Checkpoints => [.. runs.Select(run => FolderOf(run).Checkpoint)];

    /// <summary>Trains what is not trained yet.</summary>
    /// <exception cref="RefusedRunException">The pictures have no labels, a run of the folder has other
    /// settings, or one was stopped.</exception>
    public void Train()
    {
        Probe.MustHaveLabels(_pictures.Training, runs[0].Data);
        foreach (var run in runs)
        {
            var folder = FolderOf(run);
            bool isDone = folder.HasRun ? IsDone(run, folder) || Run.Resume(folder, null, device) : Run.Start(run, device, folder);
            if (!isDone) throw new RefusedRunException($"Stopped; the same command goes on with the sweep in '{output}'.");
        }
    }

    /// <summary>Probes each encoder, and times all ratios by turns.</summary>
    public IReadOnlyList<SweepPoint> Measure(int labels, int seeds)
    {
        var (pictures, heldOut) = _pictures;
        List<Training> trained = [.. runs.Select(run => Training.Load(FolderOf(run).Checkpoint, null, _ => pictures, device))];
        double[] speeds = Speeds(trained);
        List<SweepPoint> points = [];
        Progress.Show("probing", trained.Count * seeds, task =>
        {
            foreach (var (training, speed) in trained.Zip(speeds))
            {
                var probe = new Probe(new LoadedModel(training.Model, runs[0].Model, PixelScale.Own), pictures, heldOut, device, labels, seeds, epochs: 0);
                points.Add(new SweepPoint(training.Settings.MaskRatio, speed, probe.OfTrained(() => task.Increment(1))));
            }
        });
        if (!runs[0].NormalisePixels) Draw(trained, heldOut);
        trained.ForEach(training => training.Dispose());
        return points;
    }

    private RunFolder FolderOf(Settings run) => RunFolder.Of(Path.Combine(output, FormattableString.Invariant($"{run.MaskRatio}")));

    private bool IsDone(Settings run, RunFolder folder)
    {
        using var training = Training.Load(folder.Checkpoint, null, _ => _pictures.Training, device);
        return training.Settings == run ? training.IsDone
            : throw new RefusedRunException($"The run in '{folder.Path}' has other settings; --out expects another folder.");
    }

    /// <summary>Pictures per second, medians of several rounds in which the ratios take turns.</summary>
    private double[] Speeds(List<Training> trained)
    {
        var seconds = trained.Select(_ => new List<double>()).ToList();
        for (int round = 0; round <= Rounds; round++) // the first one warms up
            for (int i = 0; i < trained.Count; i++)
            {
                var clock = Stopwatch.StartNew();
                trained[i].Try();
                if (round > 0) seconds[i].Add(clock.Elapsed.TotalSeconds);
            }
        return [.. seconds.Select(each => runs[0].AtOnce / each.Order().ElementAt(Rounds / 2))];
    }

    /// <summary>Held-out pictures, and what each model makes of them where it sees nothing.</summary>
    private void Draw(List<Training> trained, PictureSet heldOut)
    {
        using var scope = NewDisposeScope();
        using var held = new HeldOut(heldOut.First(Shown), runs[0].Model, device);
        var columns = trained.Select(training => held.Show(training.Model, training.Settings.MaskRatio, Shown)).ToList();
        PictureGrid.Save([columns[0][0], .. columns.SelectMany(four => (Tensor[])[four[1], four[3]])], Path.Combine(output, "pictures.png"));
    }
}
