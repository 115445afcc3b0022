using System.Globalization;
using ScottPlot;
using Spectre.Console;

namespace Etudes.ML.Pretraining;

/// <summary>What probes found, as a table, a picture and a file.</summary>
internal static class ProbeReport
{
    public static void Print(IReadOnlyList<ProbeRow> rows)
    {
        var table = new Table().RoundedBorder().AddColumn("").AddColumn("told right").AddColumn("spread");
        foreach (var row in rows) table.AddRow(row.Way, $"{row.Mean:P1}", $"{row.Spread:P1}");
        AnsiConsole.Write(table);
    }

    /// <summary>probe.csv and probe.png in a folder.</summary>
    public static void Save(IReadOnlyList<ProbeRow> rows, string folder)
    {
        File.WriteAllLines(Path.Combine(folder, "probe.csv"), rows.Select(row =>
            $"{row.Way.Replace(",", "")},{string.Join(',', row.Accuracies.Select(x => x.ToString(CultureInfo.InvariantCulture)))}").Prepend("way,told right by seed"));
        using var plot = new Plot();
        for (int i = 0; i < rows.Count; i++)
        {
            var bar = plot.Add.Bar(i, 100 * rows[i].Mean, 100 * rows[i].Spread);
            plot.Add.Text($"{100 * rows[i].Mean:0.0}", i, 100 * (rows[i].Mean + rows[i].Spread) + 1).LabelAlignment = Alignment.LowerCenter;
        }
        plot.Axes.Bottom.SetTicks([.. Enumerable.Range(0, rows.Count).Select(i => (double)i)], [.. rows.Select(row => row.Way.Replace(", ", "\n"))]);
        plot.Axes.SetLimitsY(0, 105);
        plot.YLabel("% of held-out pictures told right");
        plot.SavePng(Path.Combine(folder, "probe.png"), 900, 480);
    }
}
