using System.CommandLine;

namespace Etudes.ML.Pretraining;

/// <summary>What a trained model makes of one picture.</summary>
internal static class ShowVerb
{
    private static readonly double[] s_ratios = [0.5, 0.75, 0.9];

    public static Command Make()
    {
        var picture = new Argument<string>("picture") { Description = "A PNG or JPEG." };
        var (from, heads, device, seed) = (Flag.From(), Flag.Heads(), Flag.Device(), Flag.Seed("Draws the masks."));
        var ratios = Flag.Ratios(s_ratios);
        var attention = new Option<bool>("--attention") { Description = "Also what the class token looks at, in each head of the last block." };
        var output = new Option<string>("--out") { Description = "The PNG that is written; it is not there yet.", DefaultValueFactory = _ => "shown.png" };
        var command = new Command("show", "Shows what a trained model makes of a picture: masked, predicted, and both in one.") { picture, from, heads, ratios, attention, seed, output, device };
        command.SetAction(parsed => Guard.Run(() =>
        {
            var chosen = Devices.Choose(parsed.GetValue(device)!);
            string path = parsed.GetValue(output)!;
            if (Path.Exists(path)) throw new RefusedRunException($"'{path}' is there already; --out expects the name of a new file.");
            using var scope = NewDisposeScope();
            using var model = LoadedModel.Open(parsed.GetValue(from)!, needsDecoder: true, parsed.GetValue(heads), chosen);
            var pictures = PictureFolder.ReadOne(parsed.GetValue(picture)!, model.Shape.Image, model.Shape.Channels).On(chosen);
            var rows = parsed.GetValue(ratios)!.Select(ratio => Reconstruction.Of(model, pictures, ratio, parsed.GetValue(seed))).ToList();
            if (parsed.GetValue(attention)) rows.Add([pictures.cpu(), .. AttentionMaps.Of(model, pictures)]);
            PictureGrid.SaveRows(rows, path);
            Console.WriteLine($"{path}: {model.Shape.Image} x {model.Shape.Image} pixels, {string.Join(", ", parsed.GetValue(ratios)!.Select(ratio => $"{ratio:P0}"))} masked");
        }));
        return command;
    }
}
