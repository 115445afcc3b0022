using System.Globalization;
using ScottPlot;
using Spectre.Console;

namespace Etudes.ML.Pretraining;

/// <summary>What a sweep found, as a table, a picture and a file.</summary>
internal static class SweepReport
{
    public static void Print(IReadOnlyList<SweepPoint> points)
    {
        var table = new Table().RoundedBorder().AddColumn("masked").AddColumn("pictures/s").AddColumn("told right").AddColumn("spread");
        foreach (var point in points) table.AddRow($"{point.Ratio:P0}", $"{point.ImagesPerSecond:0}", $"{point.Accuracy.Mean:P1}", $"{point.Accuracy.Spread:P1}");
        AnsiConsole.Write(table);
    }

    /// <summary>sweep.csv and sweep.png in a folder.</summary>
    public static void Save(IReadOnlyList<SweepPoint> points, string folder)
    {
        File.WriteAllLines(Path.Combine(folder, "sweep.csv"), points.Select(point =>
            string.Create(CultureInfo.InvariantCulture, $"{point.Ratio},{point.ImagesPerSecond},{string.Join(',', point.Accuracy.Accuracies.Select(x => x.ToString(CultureInfo.InvariantCulture)))}"))
            .Prepend("masked,pictures per second,told right by seed"));
        using var plot = new Plot();
        double[] ratios = [.. points.Select(point => 100 * point.Ratio)];
        var accuracy = plot.Add.Scatter(ratios, [.. points.Select(point => 100 * point.Accuracy.Mean)]);
        accuracy.LegendText = "told right by a linear map, %";
        plot.Add.ErrorBar(ratios, [.. points.Select(point => 100 * point.Accuracy.Mean)], [.. points.Select(point => 100 * point.Accuracy.Spread)]).Color = accuracy.Color;
        var speed = plot.Add.Scatter(ratios, [.. points.Select(point => point.ImagesPerSecond)]);
        speed.LegendText = "pictures per second";
        speed.Axes.YAxis = plot.Axes.Right;
        plot.XLabel("% of the patches masked");
        plot.YLabel("% told right");
        plot.Axes.Right.Label.Text = "pictures per second";
        plot.ShowLegend(Alignment.UpperLeft);
        plot.SavePng(Path.Combine(folder, "sweep.png"), 800, 480);
    }
}
