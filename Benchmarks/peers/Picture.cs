using ScottPlot;

namespace Etudes;

/// <summary>How the time of an element grows with their number, one panel a task.</summary>
internal static class Picture
{
    private const int Least = 1_000, Most = 100_000, Steady = 200_000; // below that many elements a task is repeated
    private const int Width = 1100, Height = 700;

    private static readonly string[] s_races = ["spanning forest, n = m", "running median, random", "largest 1 %, random", "heap, push all, pop all"];

    public static void Save(string path)
    {
        Native.Build();
        var panels = new Multiplot { Layout = new ScottPlot.MultiplotLayouts.Grid(2, 2) };
        panels.AddPlots(s_races.Length);
        for (int i = 0; i < s_races.Length; i++) Draw(Races.All.Single(race => race.Name == s_races[i]), panels.GetPlot(i));
        panels.SavePng(path, Width, Height);
    }

    /// <summary>Of each origin the first contestant; a thousand elements, ten thousand, and so on.</summary>
    private static void Draw(Race race, Plot plot)
    {
        race.WarmUp();
        var (sizes, times) = (new List<double>(), new List<double[]>());
        Contestant[] contestants = [];
        for (int n = Least; n <= Most; n *= 10)
        {
            contestants = [.. race.Contestants(n).DistinctBy(contestant => contestant.Origin)];
            double[] medians = Race.Medians(contestants, rounds: 3, repeats: Math.Max(1, Steady / n));
            sizes.Add(Math.Log10(n));
            times.Add([.. medians.Select(milliseconds => milliseconds * 1e6 / n)]);
        }

        plot.Title(race.Name, 15);
        plot.YLabel("ns an element", 12);
        plot.XLabel("elements", 12);
        plot.HideGrid();
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        double most = times.Max(of => of.Max()), gap = most * 0.075, taken = -gap;
        foreach (int i in Enumerable.Range(0, contestants.Length).OrderBy(i => times[^1][i]))
        {
            var colour = Colour(contestants[i].Origin);
            var line = plot.Add.Scatter(sizes.ToArray(), times.Select(of => of[i]).ToArray(), colour);
            line.LineWidth = contestants[i].Origin == Origin.Variant ? 3 : 1.5f;
            line.MarkerSize = 5;
            taken = Math.Max(times[^1][i], taken + gap); // one label above the other
            var label = plot.Add.Text(contestants[i].Program.Trim('*'), sizes[^1] + 0.1, taken);
            label.LabelFontColor = colour;
            label.LabelFontSize = 12;
            label.LabelAlignment = Alignment.MiddleLeft;
        }
        plot.Axes.Bottom.SetTicks([.. sizes], [.. sizes.Select(exponent => Math.Pow(10, exponent).ToString("N0"))]);
        plot.Axes.SetLimits(sizes[0] - 0.15, sizes[^1] + 2.1, 0, Math.Max(most, taken) * 1.05);
    }

    private static Color Colour(Origin origin) => Color.FromHex(origin switch
    {
        Origin.Cpp => "#777777",
        Origin.Framework => "#c77c2e",
        Origin.Answer => "#7ba7d6",
        _ => "#1f4e9c",
    });
}
