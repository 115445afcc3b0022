using System.Diagnostics;
using Etudes.ML;

namespace Etudes.ML.Pretraining;

/// <summary>The training program as it is called: what it refuses, and leaves alone.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("etudes").FullName;

    public ProgramTests()
    {
        set_num_threads(1); // on a busy machine more of them wait for each other
        File.WriteAllText(Within("notes"), "mine");
        Directory.CreateDirectory(Within("empty"));
        Directory.CreateDirectory(Within("pictures"));
        for (int i = 0; i < 4; i++) PictureFiles.Write(Within($"pictures/{i}.png"), 40, 32, seed: i);
        using var training = Started();
        training.SaveWeights(Within("weights"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [JudgedTheory]
    [InlineData("--mask-ratio is 1; expected a number from 0.02 to 0.98.", "--mask-ratio", "1")]
    [InlineData("--mask-ratio is NaN; expected a number from 0.02 to 0.98.", "--mask-ratio", "NaN")]
    [InlineData("--epochs is 0; expected a whole number from 1 to 100000.", "--epochs", "0")]
    [InlineData("--epochs is many; expected a whole number from 1 to 100000.", "--epochs", "many")]
    [InlineData("--device is tpu; expected auto, cpu, cuda or mps.", "--device", "tpu")]
    [InlineData("Unrecognized command or argument '--fast'.", "--fast")]
    [InlineData("This build has no CUDA; ml-track/train --torch cuda takes one that has.", "--device", "cuda")]
    [InlineData("There is no checkpoint.safetensors in 'nowhere'; --resume expects the folder of an earlier run.", "--resume", "nowhere")]
    [InlineData("--resume goes on with that run's own settings; leave --batch out.", "--resume", "nowhere", "--batch", "3")]
    [InlineData("--preset is large; expected tiny, small, vit-b.", "--preset", "large")]
    [InlineData("--channels is 2; expected 1 or 3.", "--channels", "2")]
    [InlineData("A patch of 5 does not divide pictures of 32; --patch expects a divisor of the side.", "--patch", "5")]
    [InlineData("--width is 98; expected a multiple of 4 and of the 4 heads.", "--width", "98")]
    [InlineData("--accumulate is 3; expected a divisor of the batch, 32.", "--accumulate", "3")]
    [InlineData("--mask-ratio 0.75 leaves 0 of 1 patches visible; expected some, and not all.", "--patch", "32")]
    [InlineData("--batch is 4096, and there are 3 pictures to train on; expected at most as many.", "--batch", "4096", "--data", "{pictures}")]
    [InlineData("--data is 'nowhere'; expected drawn, a folder of PNG or JPEG, or an IDX file of MNIST's form.", "--data", "nowhere")]
    [InlineData("'{notes}' is no whole IDX file of bytes in 3 dimensions", "--data", "{notes}")]
    [InlineData("There is no PNG or JPEG in '{empty}'", "--data", "{empty}")]
    [InlineData("There is no file 'nowhere'; a PNG or JPEG is expected.", "show", "nowhere", "--from", "{weights}", "--out", "{new}")]
    [InlineData("'{notes}' is there already; --out expects the name of a new file.", "show", "x.png", "--from", "{weights}", "--out", "{notes}")]
    [InlineData("--ratio is 0.5,2; expected numbers from 0.02 to 0.98 with commas between them.", "show", "x.png", "--from", "{weights}", "--ratio", "0.5,2")]
    [InlineData("{notes} is refused: it is neither a .safetensors file nor one that torch.save", "probe", "--from", "{notes}")]
    [InlineData("'{pictures}' has no labels", "probe", "--from", "{weights}", "--data", "{pictures}")]
    [InlineData("Option '--from' is required.", "probe")]
    [InlineData("Unrecognized command or argument '--mask-ratio'.", "sweep", "--mask-ratio", "0.3")]
    [InlineData("--mask-ratio 0.25 leaves 0 of 1 patches visible; expected some, and not all.", "sweep", "--patch", "32")]
    [InlineData("--labels is 0; expected a whole number from 10 to 1000000.", "sweep", "--labels", "0")]
    [InlineData("--epochs is 0; expected a whole number from 1 to 100000.", "density", "--epochs", "0")]
    public void A_bad_flag_is_one_sentence_and_exit_code_2(string sentence, params string[] flags)
    {
        string[] before = Inventory();
        var (code, words) = Start([.. flags.Select(Named), .. flags.Contains("--out") ? [] : (string[])["--out", Within("new")]]);
        Assert.StartsWith(Named(sentence), words);
        Assert.Single(words.TrimEnd().Split('\n'));
        Assert.Equal(2, code);
        Assert.Equal(before, Inventory());
    }

    [JudgedFact]
    public void A_file_in_the_place_of_the_folder_is_refused_and_left_alone()
    {
        string file = Path.Combine(_folder, "notes.txt");
        File.WriteAllText(file, "mine");
        var (code, words) = Start(["--epochs", "1", "--out", file]);
        Assert.StartsWith($"Nothing can be written in '{Path.Combine(file, "1")}'", words);
        Assert.Equal(2, code);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [JudgedFact]
    public void A_run_is_not_kept_without_a_folder_to_write_to()
    {
        var (code, words) = Start(["--epochs", "1", "--out", ""]);
        Assert.Equal((2, "--out is empty; it expects a folder that can be written to."), (code, words.TrimEnd()));

        var folder = RunFolder.Of(_folder);
        using var training = Started();
        training.Save(folder.Checkpoint);
        byte[] saved = File.ReadAllBytes(folder.Checkpoint);
        Directory.CreateDirectory(folder.Checkpoint + WholeFile.Unfinished); // a file of that name cannot be made
        (code, words) = Start(["--resume", _folder]);
        Assert.StartsWith($"Nothing can be written in '{_folder}'", words);
        Assert.Single(words.TrimEnd().Split('\n'));
        Assert.Equal(2, code);
        Assert.Equal(saved, File.ReadAllBytes(folder.Checkpoint));
    }

    [Fact]
    public void Too_little_memory_is_said_before_with_the_parts_that_would_do()
    {
        var settings = new Settings(PictureSource.Drawn, false, Presets.Named["vit-b"], 0.75, false, 1, 64, 1, 1);
        OutOfMemory.Foresee(settings, long.MaxValue);
        string words = Assert.Throws<RefusedRunException>(() => OutOfMemory.Foresee(settings, 4_000_000_000)).Message;
        Assert.Matches(@"^A step needs some 9\.\d GB, and 4\.0 GB are there; --accumulate 4 makes the same steps of 64 pictures, 16 at a time\.$", words);
        Assert.EndsWith("a smaller --width or --depth needs less.", Assert.Throws<RefusedRunException>(() => OutOfMemory.Foresee(settings, 1_000_000_000)).Message);
    }

    [Fact]
    public void What_libtorch_says_of_too_little_memory_is_one_sentence()
    {
        var settings = new Settings(PictureSource.Drawn, false, Presets.Named["tiny"], 0.75, false, 1, 12, 2, 1);
        static void Fail() => throw new System.Runtime.InteropServices.ExternalException("CUDA out of memory. Tried to allocate 2 GiB\nat ...");
        Assert.Equal("There is too little memory for 6 pictures at a time; --accumulate 4 makes the same steps of 12 pictures, 3 at a time.",
            Assert.Throws<RefusedRunException>(() => OutOfMemory.Tell(settings, Fail)).Message);
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

    private string Within(string name) => Path.Combine(_folder, name);

    /// <summary>With the paths of this test's files for {name}.</summary>
    private string Named(string text) => System.Text.RegularExpressions.Regex.Replace(text, "{(.*?)}", name => Within(name.Groups[1].Value));

    private string[] Inventory() => [.. Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Order().Select(path => $"{path} {(File.Exists(path) ? new FileInfo(path).Length : 0)}")];

    private static Training Started()
    {
        var settings = new Settings(PictureSource.Drawn, false, Presets.Named["tiny"], 0.75, false, 1, 8, 1, 1);
        return new Training(DrawnPictures.Draw(16, 1, 32, 3), settings, CPU);
    }

    /// <summary>The program itself, in this process.</summary>
    private static (int Code, string Words) Start(string[] flags)
    {
        var (error, words) = (Console.Error, new StringWriter());
        Console.SetError(words);
        try { return ((int)typeof(Training).Assembly.EntryPoint!.Invoke(null, [flags])!, words.ToString()); }
        finally { Console.SetError(error); }
    }
}
