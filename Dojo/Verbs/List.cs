using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>All katas with what is known of them, and a bar per track.</summary>
internal static class List
{
    private const int BarWidth = 30;

    public static Key Key { get; } = new('l', "list", _ => Print(json: false));

    public static Command Make()
    {
        var json = Verbs.Json();
        var command = new Command("list", "All katas with state, level, attempts and best time.") { json };
        command.SetAction(parsed => Print(parsed.GetValue(json)));
        return command;
    }

    private static IReadOnlyList<Report> Reports() => [.. Kata.All.Select(kata =>
    {
        var progress = Progress.Of(kata);
        return new Report(kata.Name, kata.TrackName, progress.State, kata.Level, progress.Count, progress.Best?.TotalSeconds);
    })];

    private static void Print(bool json)
    {
        if (json) Console.WriteLine(JsonSerializer.Serialize(Reports(), ListReports.Default.IReadOnlyListReport));
        else
            foreach (var track in Reports().GroupBy(report => report.Track)) Print(track.Key, [.. track]);
    }

    private static void Print(string track, IReadOnlyList<Report> reports)
    {
        int green = reports.Count(report => report.State == State.Green), width = green * BarWidth / reports.Count;
        Terminal.Show(new Markup($"[bold]{track}[/] [green]{new string('█', width)}[/][grey]{new string('░', BarWidth - width)}[/] {green} of {reports.Count}\n"));
        var table = PlainTable.Of("", "", "", "", "").HideHeaders();
        foreach (var report in reports)
            table.AddRow($"  {report.Kata}", Coloured(report.State), $"level {report.Level}", Times(report.Attempts),
                report.BestSeconds is { } best ? $"best {ProgressText.Of(TimeSpan.FromSeconds(best))}" : "");
        Terminal.Show(table);
    }

    private static string Times(int attempts) => attempts switch { 0 => "", 1 => "1 attempt", _ => $"{attempts} attempts" };

    private static string Coloured(State state) => $"[{(state == State.NotWritten ? "grey" : ProgressText.Of(state))}]{ProgressText.Of(state)}[/]";
}

/// <summary>One line of the list, for people and, as JSON, for tools.</summary>
internal sealed record Report(string Kata, string Track, State State, int Level, int Attempts, double? BestSeconds);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Report>))]
internal sealed partial class ListReports : JsonSerializerContext;
