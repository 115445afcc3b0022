using System.Text.Json;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>One line of the list, for people and, as JSON, for tools.</summary>
internal sealed record Report(string Kata, string Track, State State, int Level, int Attempts, double? BestSeconds);

/// <summary>All katas with what is known of them, and a bar a track.</summary>
internal static class Listing
{
    private const int BarWidth = 30;

    private static IReadOnlyList<Report> Reports() => [.. Kata.All.Select(kata =>
    {
        var progress = Progress.Of(kata);
        return new Report(kata.Name, kata.TrackName, progress.State, kata.Level, progress.Count, progress.Best?.TotalSeconds);
    })];

    public static void Print(bool json)
    {
        if (json) Console.WriteLine(JsonSerializer.Serialize(Reports(), Records.Default.IReadOnlyListReport));
        else
            foreach (var track in Reports().GroupBy(report => report.Track)) Print(track.Key, [.. track]);
    }

    private static void Print(string track, IReadOnlyList<Report> reports)
    {
        int green = reports.Count(report => report.State == State.Green), width = green * BarWidth / reports.Count;
        Screen.Show(new Markup($"[bold]{track}[/] [green]{new string('█', width)}[/][grey]{new string('░', BarWidth - width)}[/] {green} of {reports.Count}\n"));
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        for (int column = 0; column < 5; column++) table.AddColumn(new TableColumn("") { NoWrap = true });
        foreach (var report in reports)
            table.AddRow($"  {report.Kata}", Markup(report.State), $"level {report.Level}", Times(report.Attempts),
                report.BestSeconds is { } best ? $"best {Clock(TimeSpan.FromSeconds(best))}" : "");
        Screen.Show(table);
    }

    /// <summary>12:31, or 1:02:03.</summary>
    public static string Clock(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time:mm\\:ss}" : time.ToString(@"mm\:ss");

    public static string Words(State state) => state switch { State.Green => "green", State.Red => "red", _ => "not written yet" };

    private static string Times(int attempts) => attempts switch { 0 => "", 1 => "1 attempt", _ => $"{attempts} attempts" };

    private static string Markup(State state) => $"[{(state == State.NotWritten ? "grey" : Words(state))}]{Words(state)}[/]";
}
