using System.Diagnostics;
using Etudes.Gates;
using Etudes.ML.Pretraining;
using Xunit;

namespace Etudes.ML;

/// <summary>The training program: what a run repeats, keeps, refuses and leaves behind.</summary>
public sealed class PretrainTests : IDisposable
{
    private static readonly Settings s_small = new(0.75, false, 40, 8, 3);
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _folder = Directory.CreateTempSubdirectory("etudes").FullName;

    public PretrainTests() => set_num_threads(1); // on a busy machine more of them wait for each other, ten times as long

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
        using var second = Training.Load(Checkpoint, Images, CPU);
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
            Assert.Throws<RefusedRunException>(() => Training.Load(Checkpoint, Images, CPU));
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
    public void Pictures_follow_from_their_seed_and_show_every_shape()
    {
        var (images, labels) = Scenes.Draw(64, 7);
        Assert.Equal(MustTensor.Read(images), MustTensor.Read(Scenes.Draw(64, 7).Images));
        Assert.NotEqual(MustTensor.Read(images), MustTensor.Read(Scenes.Draw(64, 8).Images));
        Assert.All(MustTensor.Read(images), pixel => Assert.InRange(pixel, -1, 1));
        Assert.Equal(Scenes.Shapes.Length, labels.Distinct().Count());
    }

    [JudgedFact]
    public void What_is_predicted_perfectly_has_no_error_and_what_is_shown_is_four_pictures_each()
    {
        using var training = Started(s_small);
        using var heldOut = new HeldOut(Images(s_small), CPU);
        var (error, ofTheMean) = heldOut.Measure(training.Model, 0.75);
        Assert.True(error > 0 && ofTheMean > 0);
        var columns = heldOut.Show(training.Model, 0.75, 3);
        Assert.Equal(4, columns.Length);
        Assert.Equal(MustTensor.Read(Images(s_small)[..3]), MustTensor.Read(columns[0]));
        string path = Path.Combine(_folder, "pictures.png");
        Figures.Grid(columns, path);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(path), 1, 3));
    }

    [JudgedTheory]
    [InlineData("--mask-ratio is 1; expected a number from 0.02 to 0.98.", "--mask-ratio", "1")]
    [InlineData("--mask-ratio is NaN; expected a number from 0.02 to 0.98.", "--mask-ratio", "NaN")]
    [InlineData("--epochs is 0; expected a whole number from 1 to 100000.", "--epochs", "0")]
    [InlineData("--epochs is many; expected a whole number from 1 to 100000.", "--epochs", "many")]
    [InlineData("--device is tpu; expected auto, cpu, cuda or mps.", "--device", "tpu")]
    [InlineData("Unrecognized command or argument '--fast'.", "--fast")]
    [InlineData("This build has no CUDA; build and start it with: dotnet run -c Release --project ml-track/Pretrain -p:Torch=cuda", "--device", "cuda")]
    [InlineData("There is no checkpoint.bin in 'nowhere'; --resume expects the folder of an earlier run.", "--resume", "nowhere")]
    [InlineData("--resume goes on with that run's own settings; leave --epochs out.", "--resume", "nowhere", "--epochs", "3")]
    public void A_bad_flag_is_one_sentence_and_exit_code_2(string sentence, params string[] flags)
    {
        var (code, words) = Start([.. flags, "--out", _folder]);
        Assert.StartsWith(sentence, words);
        Assert.Single(words.TrimEnd().Split('\n'));
        Assert.Equal(2, code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [JudgedFact]
    public void A_file_in_the_place_of_the_folder_is_refused_and_left_alone()
    {
        string file = Path.Combine(_folder, "notes.txt");
        File.WriteAllText(file, "mine");
        var (code, words) = Start(["--epochs", "1", "--out", file]);
        Assert.StartsWith($"No run can be kept in '{file}'", words);
        Assert.Equal(2, code);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [JudgedFact]
    public void A_run_is_not_kept_without_a_folder_to_write_to()
    {
        var (code, words) = Start(["--epochs", "1", "--out", ""]);
        Assert.Equal((2, "--out is empty; it expects a folder that can be written to."), (code, words.TrimEnd()));

        using var training = Started(s_small);
        training.Save(Checkpoint);
        byte[] saved = File.ReadAllBytes(Checkpoint);
        Directory.CreateDirectory(Checkpoint + Training.Unfinished); // a file of that name cannot be made
        (code, words) = Start(["--resume", _folder]);
        Assert.StartsWith($"Nothing can be written in '{_folder}'", words);
        Assert.Single(words.TrimEnd().Split('\n'));
        Assert.Equal(2, code);
        Assert.Equal(saved, File.ReadAllBytes(Checkpoint));
    }

    [JudgedTheory]
    [InlineData("-p:OS=Windows_NT", "TorchSharp-cuda-windows")]
    [InlineData("-p:TorchOS=linux-x64", "TorchSharp-cuda-linux")]
    public void Torch_cuda_takes_the_package_of_the_system_at_the_same_version(string system, string package)
    {
        string project = Path.Combine(Repository.Root, "ml-track", "Pretrain", "Pretrain.csproj");
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-p:Torch=cuda", system, "-getItem:PackageReference", "-getItem:PackageVersion"]) { RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var evaluation = Process.Start(start)!;
        string items = evaluation.StandardOutput.ReadToEnd();
        var found = System.Text.Json.Nodes.JsonNode.Parse(items)!["Items"]!;
        Assert.Contains(package, found["PackageReference"]!.AsArray().Select(item => (string)item!["Identity"]!));
        Assert.Equal(Version("TorchSharp"), Version(package));

        string Version(string name) => (string)found["PackageVersion"]!.AsArray().Single(item => (string)item!["Identity"]! == name)!["Version"]!;
    }

    private string Checkpoint => Path.Combine(_folder, "checkpoint.bin");

    private static Training Started(Settings settings) => new(Images(settings), settings, CPU);

    private static Tensor Images(Settings settings) => Scenes.Draw(32, settings.Seed).Images;

    private static double[] Losses(Training training, int steps) => [.. Enumerable.Range(0, steps).Select(_ =>
    {
        using var loss = training.Next();
        return (double)loss.item<float>();
    })];

    /// <summary>The program itself, in this process.</summary>
    private static (int Code, string Words) Start(string[] flags)
    {
        var (error, words) = (Console.Error, new StringWriter());
        Console.SetError(words);
        try { return ((int)typeof(Training).Assembly.EntryPoint!.Invoke(null, [flags])!, words.ToString()); }
        finally { Console.SetError(error); }
    }
}
