using System.Diagnostics;
using Etudes.ML;

namespace Etudes.ML.Pretraining;

/// <summary>The training program as it is called: what it refuses, and leaves alone.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("etudes").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
}
