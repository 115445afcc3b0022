using System.Diagnostics;

namespace Etudes.ML.Pretraining;

/// <summary>A run that is killed again and again ends as one that was left in peace.</summary>
public sealed class KilledTests : IDisposable
{
    private static readonly int s_kills = int.Parse(Environment.GetEnvironmentVariable("KATA_KILLS") ?? "3");
    private readonly string _folder = Directory.CreateTempSubdirectory("etudes").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [JudgedFact]
    public void The_newest_checkpoint_loads_and_the_end_is_the_same_to_the_bit()
    {
        for (int i = 0; i < 20; i++) PictureFiles.Write(Within($"pictures/{i}.png"), 12, 12, seed: i);
        string[] flags = ["--data", Within("pictures"), "--size", "8", "--width", "8", "--depth", "1", "--batch", "4", "--epochs", $"{40 * s_kills}", "--device", "cpu", "--seed", "5"];
        Assert.Equal(0, Started([.. flags, "--out", Within("peace")]).Ended());
        var random = new Random(s_kills);
        using (var first = Started([.. flags, "--out", Within("killed")])) first.KillAfter(Within("killed/1"), random.Next(150));
        for (int kill = 1; kill < s_kills; kill++)
        {
            Loads(Within("killed/1/checkpoint.safetensors"));
            using var next = Started(["--resume", Within("killed/1"), "--device", "cpu"]);
            next.KillAfter(Within("killed/1"), random.Next(150));
        }
        Loads(Within("killed/1/checkpoint.safetensors"));
        Assert.Equal(0, Started(["--resume", Within("killed/1"), "--device", "cpu"]).Ended());
        foreach (string name in (string[])["checkpoint.safetensors", "model.safetensors", "log.csv"])
            Assert.Equal(File.ReadAllBytes(Within($"peace/1/{name}")), File.ReadAllBytes(Within($"killed/1/{name}")));
    }

    private static void Loads(string checkpoint)
    {
        using var training = Training.Load(checkpoint, null, settings => PictureSource.Of(settings.Data).Open(8, 3, settings.Seed, false).Training, CPU);
        Assert.True(training.Step > 0);
    }

    private string Within(string name) => Path.Combine(_folder, name);

    private static Running Started(string[] flags) => new(flags);

    /// <summary>The program as a process of its own.</summary>
    private sealed class Running : IDisposable
    {
        private readonly Process _process;

        public Running(string[] flags)
        {
            _process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Training).Assembly.Location, .. flags])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["OMP_NUM_THREADS"] = "1" }, // on a busy machine more of them wait for each other
            })!;
            _process.OutputDataReceived += (_, _) => { };
            _process.ErrorDataReceived += (_, _) => { };
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public int Ended()
        {
            _process.WaitForExit();
            return _process.ExitCode;
        }

        /// <summary>Some milliseconds after it has saved for the first time.</summary>
        public void KillAfter(string folder, int milliseconds)
        {
            DateTime before = Saved();
            while (Saved() == before && !_process.HasExited) Thread.Sleep(1);
            Thread.Sleep(milliseconds);
            _process.Kill();
            _process.WaitForExit();

            DateTime Saved() => File.GetLastWriteTimeUtc(Path.Combine(folder, "checkpoint.safetensors"));
        }

        public void Dispose() => _process.Dispose();
    }
}
