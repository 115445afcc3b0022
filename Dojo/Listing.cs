using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>One line of the list, for people and, as JSON, for tools.</summary>
internal sealed record Report(string Kata, string Track, State State, int Level, int Attempts, double? BestSeconds);

/// <summary>All katas with what is known of them, and a bar a track.</summary>
internal static class Listing
{
    private const int BarWidth = 30;

    public static IReadOnlyList<Report> Reports() => [.. Kata.All.Select(kata =>
    {
        var progress = Progress.Of(kata, Screen.Tell);
        return new Report(kata.Name, kata.TrackName, progress.State, kata.Level, progress.Count, progress.Best?.TotalSeconds);
    })];

    public static void Print()
    {
        foreach (var track in Reports().GroupBy(report => report.Track))
        {
            var table = new Table { Border = TableBorder.None, ShowHeaders = false };
            foreach (string column in (string[])["kata", "state", "level", "attempts", "best"]) table.AddColumn(column);
            foreach (var report in track)
                table.AddRow($"  {report.Kata}", Words(report.State), $"level {report.Level}", Attempts(report.Attempts),
                    report.BestSeconds is { } best ? $"best {Clock(TimeSpan.FromSeconds(best))}" : "");
            int green = track.Count(report => report.State == State.Green), width = green * BarWidth / track.Count();
            AnsiConsole.MarkupLine($"[bold]{track.Key}[/] [green]{new string('█', width)}[/][grey]{new string('░', BarWidth - width)}[/] {green} of {track.Count()}");
            AnsiConsole.Write(table);
        }
    }

    /// <summary>12:31, or 1:02:03.</summary>
    public static string Clock(TimeSpan time) => time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"mm\:ss");

    private static string Attempts(int count) => count switch { 0 => "", 1 => "1 attempt", _ => $"{count} attempts" };

    private static string Words(State state) => state switch { State.Green => "[green]green[/]", State.Red => "[red]red[/]", _ => "[grey]not written yet[/]" };
}
