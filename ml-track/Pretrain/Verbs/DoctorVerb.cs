using System.CommandLine;
using System.Runtime.InteropServices;

namespace Etudes.ML.Pretraining;

/// <summary>What this machine can train on.</summary>
internal static class DoctorVerb
{
    public static Command Make()
    {
        var doctor = new Command("doctor", "Says what this machine can train on and, where libtorch does not load, why.");
        var report = new Option<bool>("--report") { Description = "Also prints a row for the table of systems in ml-track/README.md." };
        doctor.Add(report);
        doctor.SetAction(parsed => Examine(parsed.GetValue(report)));
        return doctor;
    }

    /// <returns>The exit code: 0 where libtorch loads and multiplies.</returns>
    private static int Examine(bool reports)
    {
        Console.WriteLine($"system      {RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors");
        Console.WriteLine($".NET        {Environment.Version}");
        Console.WriteLine($"TorchSharp  {typeof(torch).Assembly.GetName().Version?.ToString(3)}, the build for {Build.Torch}");
        if (LibTorch.Missing is { } words)
        {
            Console.WriteLine($"libtorch    does not load: {words}");
            Console.WriteLine($"cure        {LibTorch.Cure}");
            return 1;
        }
        Console.WriteLine($"libtorch    {__version__}, {get_num_threads()} threads");
        Console.WriteLine($"cuda        {(cuda.is_available() ? $"{cuda.device_count()} GPU" : Build.Torch == "cuda" ? "no GPU that libtorch can use" : "not in this build; ml-track/train --torch cuda takes it")}");
        Console.WriteLine($"mps         {(mps_is_available() ? "yes" : "no")}");
        string[] devices = ["cpu", .. cuda.is_available() ? ["cuda"] : Array.Empty<string>(), .. mps_is_available() ? ["mps"] : Array.Empty<string>()];
        bool right = devices.Count(Multiplies) == devices.Length;
        if (reports)
        {
            Console.WriteLine("for the table in ml-track/README.md:");
            Console.WriteLine($"| {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Build.Torch} | {(right ? "right" : "wrong")}; {string.Join(", ", devices.Select(Step))} |");
        }
        return right ? 0 : 1;
    }

    /// <summary>How long training takes on a device.</summary>
    private static string Step(string device)
    {
        var settings = new Settings(PictureSource.Drawn, false, Presets.Named["tiny"], 0.75, false, 1, 32, 1, 1);
        using var training = new Training(DrawnPictures.Draw(32, 1, settings.Model.Image, settings.Model.Channels), settings, new Device(device));
        return $"{device}: {Forecast.Of(training)}";
    }

    private static bool Multiplies(string device)
    {
        using var scope = NewDisposeScope();
        var product = tensor(new float[] { 1, 2, 3, 4 }, 2, 2).to(device).mm(tensor(new float[] { 5, 6, 7, 8 }, 2, 2).to(device)).cpu();
        bool right = product.data<float>().ToArray().AsSpan().SequenceEqual([19f, 22, 43, 50]);
        Console.WriteLine($"2 x 2       {device}: {(right ? "right" : "wrong")}");
        return right;
    }
}
