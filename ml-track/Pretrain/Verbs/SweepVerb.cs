using System.CommandLine;
using Spectre.Console;

namespace Etudes.ML.Pretraining;

/// <summary>Trains with less and more of the pictures masked.</summary>
internal static class SweepVerb
{
    private static readonly double[] s_ratios = [0.25, 0.5, 0.75, 0.9];

    public static Command Make()
    {
        var (settings, device) = (new SettingsFlags(hasRatio: false), Flag.Device());
        var labels = Flag.Labels();
        var seeds = Flag.Seeds();
        var output = new Option<string>("--out") { Description = "Where the runs are kept; what is there is not trained again.", DefaultValueFactory = _ => Path.Combine(Run.DefaultOut, "sweep") };
        var command = new Command("sweep", $"Trains at {string.Join(", ", s_ratios.Select(ratio => $"{ratio:P0}"))} masked, and draws speed and what was learnt against that.") { labels, seeds, output, device };
        settings.AddTo(command);
        command.SetAction(parsed => Guard.Run(() =>
        {
            var sweep = new Sweep([.. s_ratios.Select(ratio => settings.Read(parsed, ratio))], parsed.GetValue(output)!, Devices.Choose(parsed.GetValue(device)!));
            sweep.Train();
            var points = sweep.Measure(parsed.GetValue(labels), parsed.GetValue(seeds));
            SweepReport.Print(points);
            SweepReport.Save(points, parsed.GetValue(output)!);
            AnsiConsole.WriteLine($"{parsed.GetValue(output)}: {string.Join(", ", Directory.EnumerateFiles(parsed.GetValue(output)!).Select(Path.GetFileName).Order())}.");
        }));
        return command;
    }
}
