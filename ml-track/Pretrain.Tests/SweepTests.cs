namespace Etudes.ML.Pretraining;

/// <summary>The same training at several ratios.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _folder = Directory.CreateTempSubdirectory("etudes").FullName;
    private readonly Settings _settings;

    public SweepTests()
    {
        set_num_threads(1); // on a busy machine more of them wait for each other
        for (int i = 0; i < 22; i++) PictureFiles.Write(Path.Combine(_folder, "pictures", i % 2 == 0 ? "wide" : "high", $"{i}.png"), i % 2 == 0 ? 20 : 10, i % 2 == 0 ? 10 : 20, i);
        _settings = new Settings(Path.Combine(_folder, "pictures"), true, new Architecture(8, 2, 3, (8, 1, 2), (4, 1, 2), 2), 0.5, false, 1, 4, 1, 1);
    }

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [JudgedFact]
    public void Each_ratio_is_trained_once_and_the_rest_follows_from_the_folder()
    {
        string output = Path.Combine(_folder, "out");
        var sweep = new Sweep(AtTwoRatios(_settings), output, CPU);
        sweep.Train();
        byte[][] trained = [.. sweep.Checkpoints.Select(File.ReadAllBytes)];
        sweep.Train();
        Assert.Equal(trained, sweep.Checkpoints.Select(File.ReadAllBytes));

        var points = sweep.Measure(labels: 12, seeds: 2);
        Assert.Equal([0.25, 0.75], points.Select(point => point.Ratio));
        Assert.All(points, point => Assert.True(point.ImagesPerSecond > 0 && point.Accuracy.Mean is > 0 and <= 1));
        SweepReport.Save(points, output);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(output, "sweep.csv")).Length);
        Assert.All((string[])["sweep.png", "pictures.png"], name => Assert.True(File.Exists(Path.Combine(output, name))));

        var other = new Sweep(AtTwoRatios(_settings with { Seed = 2 }), output, CPU);
        Assert.EndsWith("has other settings; --out expects another folder.", Assert.Throws<RefusedRunException>(other.Train).Message);
        Assert.Equal(trained, sweep.Checkpoints.Select(File.ReadAllBytes));
    }

    [JudgedFact]
    public void A_run_that_was_stopped_is_gone_on_with()
    {
        var sweep = new Sweep([_settings with { Epochs = 2 }], Path.Combine(_folder, "out"), CPU);
        var (pictures, _) = Run.Open(_settings);
        using (var stopped = new Training(pictures, _settings with { Epochs = 2 }, CPU))
        {
            stopped.Next();
            RunFolder.Of(Path.GetDirectoryName(sweep.Checkpoints[0])!).Prepare();
            stopped.Save(sweep.Checkpoints[0]);
        }
        sweep.Train();
        using var ended = Training.Load(sweep.Checkpoints[0], null, _ => pictures, CPU);
        Assert.True(ended.IsDone);
    }

    [JudgedFact]
    public void Pictures_without_labels_are_refused_before_anything_is_trained()
    {
        string wide = Path.Combine(_settings.Data, "wide"), output = Path.Combine(_folder, "out");
        var sweep = new Sweep(AtTwoRatios(_settings with { Data = wide }), output, CPU);
        Assert.StartsWith($"'{wide}' has no labels", Assert.Throws<RefusedRunException>(sweep.Train).Message);
        Assert.False(Directory.Exists(output));
    }

    private static Settings[] AtTwoRatios(Settings settings) => [settings with { MaskRatio = 0.25 }, settings with { MaskRatio = 0.75 }];
}
