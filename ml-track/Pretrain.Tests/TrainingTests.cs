using Etudes.ML;

namespace Etudes.ML.Pretraining;

/// <summary>One model being trained: what a run repeats and keeps.</summary>
public sealed class TrainingTests : IDisposable
{
    private static readonly Settings s_small = new(PictureSource.Drawn, false, Presets.Named["tiny"], 0.75, false, 40, 8, 1, 3);
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _folder = Directory.CreateTempSubdirectory("etudes").FullName;

    public TrainingTests() => set_num_threads(1); // on a busy machine more of them wait for each other, ten times as long

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [JudgedFact]
    public void The_same_seed_gives_the_same_run()
    {
        Assert.Equal(Losses(Started(s_small), 4), Losses(Started(s_small), 4));
        Assert.NotEqual(Losses(Started(s_small), 4), Losses(Started(s_small with { Seed = 4 }), 4));
    }

    [JudgedFact]
    public void A_resumed_run_goes_on_as_if_it_had_not_stopped()
    {
        double[] whole = Losses(Started(s_small), 7);
        using var first = Started(s_small);
        Losses(first, 3);
        first.History.Losses.AddRange([3, 2]);
        first.Save(Checkpoint);
        using var second = Training.Load(Checkpoint, null, Pictures, CPU);
        Assert.Equal(s_small, second.Settings);
        Assert.Equal([3, 2], second.History.Losses);
        Assert.Equal(whole[3..], Losses(second, 4));
        Assert.Equal([Checkpoint], Directory.GetFiles(_folder));
    }

    [JudgedFact]
    public void A_damaged_checkpoint_is_refused_and_left_alone()
    {
        using var training = Started(s_small);
        training.Save(Checkpoint);
        foreach (byte[] damaged in (byte[][])[[], [1, 2, 3], File.ReadAllBytes(Checkpoint)[..100], File.ReadAllBytes(Checkpoint)[..^1000]])
        {
            File.WriteAllBytes(Checkpoint, damaged);
            Assert.Throws<RefusedRunException>(() => Training.Load(Checkpoint, null, Pictures, CPU));
            Assert.Equal(damaged, File.ReadAllBytes(Checkpoint));
        }
    }

    [JudgedFact]
    public void Training_lowers_the_loss_and_leaves_no_tensor_behind()
    {
        using var training = Started(s_small);
        double first = Losses(training, 10).Average();
        long after10 = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        double last = Losses(training, 90)[^10..].Average();
        Assert.Equal(after10, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(last < 0.7 * first, $"the loss went from {first} to {last}");
    }

    [JudgedFact]
    public void The_learning_rate_rises_for_a_tenth_and_falls_by_half_a_cosine()
    {
        var golden = Golden.Read("mae_parts.json")["lr_schedule"]!;
        double epochs = golden["epochs"]!.Number(), warmup = golden["warmup_epochs"]!.Number();
        foreach (var point in golden["points"]!.AsArray())
            Assert.Equal(point![1]!.Number(), Training.Rate(point[0]!.Number() / epochs, warmup / epochs), 1e-12);
    }

    [JudgedFact]
    public void What_is_predicted_perfectly_has_no_error_and_what_is_shown_is_four_pictures_each()
    {
        using var training = Started(s_small);
        using var heldOut = new HeldOut(Pictures(s_small).First(32), s_small.Model, CPU);
        var (error, ofTheMean) = heldOut.Measure(training.Model, 0.75);
        Assert.True(error > 0 && ofTheMean > 0);
        var columns = heldOut.Show(training.Model, 0.75, 3);
        Assert.Equal(4, columns.Length);
        Assert.Equal(MustTensor.Read(Pictures(s_small).First(3).On(CPU)), MustTensor.Read(columns[0]));
        string path = Path.Combine(_folder, "pictures.png");
        PictureGrid.Save(columns, path);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(path), 1, 3));
    }

    [JudgedFact]
    public void A_batch_in_parts_makes_the_steps_of_a_whole_one()
    {
        double[] whole = Losses(Started(s_small), 5), parts = Losses(Started(s_small with { Accumulate = 4 }), 5);
        Assert.All(whole.Zip(parts), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [JudgedFact]
    public void A_forecast_changes_nothing()
    {
        double[] expected = Losses(Started(s_small), 3);
        using var training = Started(s_small);
        var forecast = Forecast.Of(training);
        Assert.True(forecast.Bytes > 4 * 4 * 522_256 && forecast.Time > TimeSpan.Zero);
        Assert.Equal(expected, Losses(training, 3));
    }

    [JudgedFact]
    public void A_run_that_goes_further_falls_more_slowly_from_there()
    {
        using var training = Started(s_small with { Epochs = 1 });
        Losses(training, training.Steps);
        training.Save(Checkpoint);
        Assert.True(training.IsDone);
        using var further = Training.Load(Checkpoint, 2, Pictures, CPU);
        Assert.Equal((4, 8, false), (further.Step, further.Steps, further.IsDone));
        Assert.Equal(2e-3 * Training.Rate(0.5, 0.1), further.NextRate, 1e-12);
    }

    [JudgedFact]
    public void Weights_alone_are_those_of_the_model()
    {
        using var training = Started(s_small);
        Losses(training, 2);
        training.SaveWeights(Checkpoint);
        using var read = LoadedModel.Open(Checkpoint, needsDecoder: true, heads: null, CPU);
        Assert.Equal((s_small.Model, PixelScale.Own), (read.Shape, read.Scale));
        Assert.Equal(training.Model.state_dict().Values.SelectMany(MustTensor.Read), read.Model.state_dict().Values.SelectMany(MustTensor.Read));
    }

    private string Checkpoint => Path.Combine(_folder, "checkpoint.safetensors");

    private static Training Started(Settings settings) => new(Pictures(settings), settings, CPU);

    private static StoredPictures Pictures(Settings settings) => DrawnPictures.Draw(32, settings.Seed, 32, 3);

    private static double[] Losses(Training training, int steps) => [.. Enumerable.Range(0, steps).Select(_ =>
    {
        using var loss = training.Next();
        return (double)loss.item<float>();
    })];
}
