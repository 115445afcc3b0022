using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>The least time that a call took on an input of size n.</summary>
internal readonly record struct TimeAt(double N, double Seconds);

/// <summary>How the time of the learner's answer and of the reference grows, n doubling from one to the next.</summary>
internal sealed record Growth(IReadOnlyList<TimeAt> Yours, IReadOnlyList<TimeAt> Reference)
{
    /// <summary>The largest inputs alone say how the time grows: below them the fixed costs show.</summary>
    private const int Fitted = 5;

    /// <summary>What twice the input costs, in one sentence.</summary>
    public string Sentence => FormattableString.Invariant($"twice the input takes yours {Doubled(Yours):f1} times as long, the reference {Doubled(Reference):f1} times");

    public Table ToTable()
    {
        var table = PlainTable.Of("n", "", "yours", "reference");
        foreach (var (yours, reference) in Yours.Zip(Reference)) table.AddRow($"{yours.N:n0}", "", $"{yours.Seconds * 1e3:f3} ms", $"{reference.Seconds * 1e3:f3} ms");
        return table.AddRow("growth", "", $"n^{Slope(Yours):f2}", $"n^{Slope(Reference):f2}");
    }

    /// <summary>The slope of the line through the last points on logarithmic axes, by least squares: 1 where doubling n doubles the time.</summary>
    public static double Slope(IEnumerable<TimeAt> points)
    {
        var logs = points.TakeLast(Fitted).Select(point => (X: Math.Log(point.N), Y: Math.Log(point.Seconds))).ToArray();
        double x = logs.Average(log => log.X), y = logs.Average(log => log.Y);
        return logs.Sum(log => (log.X - x) * (log.Y - y)) / logs.Sum(log => (log.X - x) * (log.X - x));
    }

    private static double Doubled(IReadOnlyList<TimeAt> points) => Math.Pow(2, Slope(points));
}
