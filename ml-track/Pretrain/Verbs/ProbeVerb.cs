using System.CommandLine;
using Spectre.Console;

namespace Etudes.ML.Pretraining;

/// <summary>Looks with labels at what was learnt without.</summary>
internal static class ProbeVerb
{
    public static Command Make()
    {
        var (from, heads, data, labels, seeds, device) = (Flag.From(), Flag.Heads(), Flag.Data(), Flag.Labels(), Flag.Seeds(), Flag.Device());
        var epochs = Flag.Of("--epochs", "Of fine-tuning on the labelled pictures; 0 leaves it out.", 20, "a whole number from 0 to 10000", n => n is >= 0 and <= 10_000);
        var output = Flag.Out();
        var command = new Command("probe", "Compares the trained encoder with a random one and with the pixels, and fine-tuning with training from scratch.") { from, heads, data, labels, seeds, epochs, output, device };
        command.SetAction(parsed => Guard.Run(() =>
        {
            var chosen = Devices.Choose(parsed.GetValue(device)!);
            using var model = LoadedModel.Open(parsed.GetValue(from)!, needsDecoder: false, parsed.GetValue(heads), chosen);
            var (pictures, heldOut) = PictureSource.Of(parsed.GetValue(data)!).Open(model.Shape.Image, model.Shape.Channels, seed: 1, strict: false);
            Probe.MustHaveLabels(pictures, parsed.GetValue(data)!);
            var probe = new Probe(model, pictures, heldOut, chosen, parsed.GetValue(labels), parsed.GetValue(seeds), parsed.GetValue(epochs));
            var folder = RunFolder.Fresh(parsed.GetValue(output)!);
            folder.Prepare();
            IReadOnlyList<ProbeRow> rows = [];
            Progress.Show("probing", probe.Parts, task => rows = probe.Run(() => task.Increment(1)));
            ProbeReport.Print(rows);
            ProbeReport.Save(rows, folder.Path);
            AnsiConsole.WriteLine($"{folder.Path}: probe.csv, probe.png. A linear map reads little of a masked autoencoder, as the paper says: judge it by fine-tuning.");
        }));
        return command;
    }
}
