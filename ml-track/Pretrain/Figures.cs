using ScottPlot;
using SkiaSharp;

namespace Etudes.ML.Pretraining;

/// <summary>What a run leaves to look at, as PNG.</summary>
public static class Figures
{
    private const int Zoom = 3, Gap = 6;

    /// <summary>One row per picture; each column is [N, 3, H, W] with pixels from -1
    /// to 1.</summary>
    public static void Grid(Tensor[] columns, string path)
    {
        var (count, side) = ((int)columns[0].shape[0], Scenes.Side * Zoom);
        using var bitmap = new SKBitmap(columns.Length * (side + Gap) + Gap, count * (side + Gap) + Gap);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        for (int column = 0; column < columns.Length; column++)
            for (int row = 0; row < count; row++)
            {
                using var picture = Bitmap(columns[column][row]);
                using var image = SKImage.FromBitmap(picture);
                canvas.DrawImage(image, SKRect.Create(Gap + column * (side + Gap), Gap + row * (side + Gap), side, side), new SKSamplingOptions(SKFilterMode.Nearest));
            }
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(path, data.ToArray());
    }

    /// <summary>The loss of every step, and the error on held-out pictures after each epoch.</summary>
    public static void Curve(LearningCurve history, double ofTheMean, string path)
    {
        using var plot = new Plot();
        var loss = plot.Add.Signal(history.Losses.ToArray());
        loss.LegendText = "loss";
        if (history.HeldOut.Count > 0)
        {
            var error = plot.Add.Scatter(history.HeldOut.Select(point => (double)point.Step).ToArray(), history.HeldOut.Select(point => point.Error).ToArray());
            error.LegendText = "held-out pictures";
            plot.Add.HorizontalLine(ofTheMean).LegendText = "predicting the visible mean";
        }
        plot.XLabel("step");
        plot.YLabel("mean squared error of the masked pixels");
        plot.ShowLegend(Alignment.UpperRight);
        plot.SavePng(path, 800, 500);
    }

    private static SKBitmap Bitmap(Tensor picture)
    {
        using var scope = NewDisposeScope();
        float[] pixels = ((picture.clamp(-1, 1) + 1) * 127.5f).contiguous().data<float>().ToArray(); // [3, 32, 32]
        var bitmap = new SKBitmap(Scenes.Side, Scenes.Side);
        int plane = Scenes.Side * Scenes.Side;
        for (int at = 0; at < plane; at++)
            bitmap.SetPixel(at % Scenes.Side, at / Scenes.Side, new SKColor((byte)pixels[at], (byte)pixels[plane + at], (byte)pixels[2 * plane + at]));
        return bitmap;
    }
}
