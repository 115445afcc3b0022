using ScottPlot;
using ScottPlot.MultiplotLayouts;
using SkiaSharp;

namespace Etudes;

/// <summary>How the time per element grows with the number of elements, for the first contestant of
/// each origin: as PNG with one panel per task, and as a table of Markdown.</summary>
internal static class Picture
{
    private const int Least = 3, Most = 7; // powers of ten
    private const int Width = 1000, Height = 620;

    private static readonly string[] s_races = ["spanning forest, n = m", "running median, random", "largest 1 %, random", "heap, push all, pop all"];

    public static void Save(string path)
    {
        Native.Build();
        Fonts.Default = "DejaVu Sans";
        Console.WriteLine(Peers.Machine() + "\n");
        Console.WriteLine($"| Task, ns per element | Program | {string.Join(" | ", Enumerable.Range(Least, Most - Least + 1).Select(exponent => $"10^{exponent}"))} |");
        Console.WriteLine($"|---|---|{string.Concat(Enumerable.Repeat("--:|", Most - Least + 1))}");
        var panels = new Multiplot { Layout = new Grid(2, 2) };
        panels.AddPlots(s_races.Length);
        for (int i = 0; i < s_races.Length; i++) Draw(Races.All.Single(race => race.Name == s_races[i]), panels.GetPlot(i));

        // Sixteen shades of a colour make a file half as large as 256 do.
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Argb4444, SKAlphaType.Opaque));
        panels.Render(surface.Canvas, new PixelRect(0, Width, Height, 0));
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(path, png.Span);
    }

    private static void Draw(Race race, Plot plot)
    {
        double[] exponents = [.. Enumerable.Range(Least, Most - Least + 1).Select(exponent => (double)exponent)];
        Contestant[] contestants = [];
        var times = new List<double[]>();
        race.WarmUp();
        foreach (double exponent in exponents)
        {
            int n = (int)Math.Pow(10, exponent);
            contestants = [.. race.Contestants(n).DistinctBy(contestant => contestant.Origin)];
            times.Add([.. Race.Medians(contestants, 3).Select(milliseconds => milliseconds * 1e6 / n)]);
        }

        for (int i = 0; i < contestants.Length; i++)
            Console.WriteLine($"| {(i == 0 ? race.Name : "")} | {contestants[i].Program} | {string.Join(" | ", times.Select(of => $"{of[i]:f1}"))} |");

        double most = times.Max(of => of.Max()), line = most * 0.075, end = -line;
        foreach (int i in Enumerable.Range(0, contestants.Length).OrderBy(i => times[^1][i]))
        {
            var colour = Colour(contestants[i].Origin);
            var curve = plot.Add.Scatter(exponents, times.Select(of => of[i]).ToArray(), colour);
            curve.LineWidth = contestants[i].Origin == Origin.Variant ? 3 : 1.5f;
            end = Math.Max(times[^1][i], end + line); // one label above the other
            var label = plot.Add.Text(contestants[i].Program.Trim('*'), Most + 0.1, end);
            label.LabelFontColor = colour;
            label.LabelFontSize = 12;
            label.LabelAlignment = Alignment.MiddleLeft;
        }
        plot.Title(race.Name, 15);
        plot.YLabel("ns per element", 12);
        plot.XLabel("elements", 12);
        plot.HideGrid();
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.Axes.Bottom.SetTicks(exponents, [.. exponents.Select(exponent => $"10{"³⁴⁵⁶⁷"[(int)exponent - Least]}")]);
        plot.Axes.SetLimits(Least - 0.15, Most + 4.1, 0, Math.Max(most, end) * 1.05);
    }

    private static Color Colour(Origin origin) => Color.FromHex(origin switch
    {
        Origin.Cpp => "#777777",
        Origin.Framework => "#cc7733",
        Origin.Answer => "#66aadd",
        _ => "#114499",
    });
}
