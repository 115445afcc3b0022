namespace Etudes.ML.Pretraining;

/// <summary>What is told from features, with some labels.</summary>
public sealed class ProbeTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _folder = Directory.CreateTempSubdirectory("etudes").FullName;

    public ProbeTests() => set_num_threads(1); // on a busy machine more of them wait for each other

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [JudgedFact]
    public void What_a_line_divides_is_told_right_and_noise_is_not()
    {
        manual_seed(1);
        var (features, labels) = (randn(400, 5), arange(400) % 2);
        features[.., 3] += 8 * labels; // a tiny part of one that is large
        features[.., 0] *= 1e4;
        var noise = randn(400, 5);
        Assert.True(LinearProbe.Accuracy(features[..200], labels[..200], features[200..], labels[200..], 2) > 0.98);
        Assert.InRange(LinearProbe.Accuracy(noise[..200], labels[..200], noise[200..], labels[200..], 2), 0.35, 0.65);
        var near = features / tensor(new float[] { 1e4f, 1, 1, 1, 1 });
        Assert.True(NearestNeighbours.Accuracy(near[..200], labels[..200], near[200..], labels[200..], 2) > 0.95);
        Assert.InRange(NearestNeighbours.Accuracy(noise[..200], labels[..200], noise[200..], labels[200..], 2), 0.35, 0.65);
    }

    [JudgedFact]
    public void A_probe_has_a_row_per_way_and_an_accuracy_per_seed()
    {
        using var model = new LoadedModel(Presets.Named["tiny"].Create(), Presets.Named["tiny"], PixelScale.ImageNet);
        double[] before = [.. model.Model.state_dict().Values.SelectMany(MustTensor.Read)];
        var probe = new Probe(model, DrawnPictures.Draw(60, 1, 32, 3), DrawnPictures.Draw(40, 2, 32, 3), CPU, labels: 40, seeds: 2, epochs: 1);
        int parts = 0;
        var rows = probe.Run(() => parts++);
        Assert.Equal(probe.Parts, parts);
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Equal(2, row.Accuracies.Count));
        Assert.All(rows, row => Assert.InRange(row.Mean, 0.05, 1));
        Assert.Equal(rows[0].Accuracies, probe.OfTrained(() => { }).Accuracies);
        Assert.Equal(before, model.Model.state_dict().Values.SelectMany(MustTensor.Read)); // fine-tuning changes a copy
        ProbeReport.Save(rows, _folder);
        Assert.Equal(7, File.ReadAllLines(Path.Combine(_folder, "probe.csv")).Length);
        Assert.True(File.Exists(Path.Combine(_folder, "probe.png")));
    }

    [JudgedFact]
    public void Fine_tuning_learns_the_pictures_that_it_is_shown()
    {
        manual_seed(1);
        using var model = Presets.Named["tiny"].Create();
        byte[] halves = [.. Enumerable.Range(0, 20).SelectMany(i => Enumerable.Range(0, 3 * 32 * 32).Select(at => (byte)(i % 2 == 0 == (at % 32 < 16) ? 255 : 0)))];
        var pictures = new StoredPictures(halves, 32, 3, [.. Enumerable.Range(0, 20).Select(i => i % 2)], ["left", "right"]).First(20);
        Assert.Equal(1, FineTuning.Accuracy(model, pictures, pictures, 2, epochs: 30, seed: 1, CPU, () => { }));
    }

    [Fact]
    public void The_spread_is_the_deviation_over_the_seeds()
    {
        Assert.Equal((2, 1), (new ProbeRow("", [1, 2, 3]).Mean, new ProbeRow("", [1, 2, 3]).Spread));
        Assert.Equal(0, new ProbeRow("", [1]).Spread);
    }
}
