using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>All katas with what is known of them, and a bar per track.</summary>
internal static class List
{
    private const int BarWidth = 20;
    /// <summary>Below it there is no room for the minutes.</summary>
    private const int RoomForAll = 76;

    public static Command Make()
    {
        var track = new Argument<string?>("track") { Description = "Heap, graph or ml alone.", Arity = ArgumentArity.ZeroOrOne };
        track.CompletionSources.Add([.. Tracks]);
        var level = new Option<int?>("--level") { Description = "The katas of this level, from 1 to 3.", CustomParser = Level, HelpName = "2" };
        var todo = new Option<bool>("--todo") { Description = "What is not green yet." };
        var json = Verbs.Json();
        var command = new Verb(Wish.Look, "list", "kata list heap --todo", "all katas with state, level and best time; narrow by track, --level 2 or --todo") { track, level, todo, json };
        command.SetAction(parsed =>
        {
            bool isNarrowed = parsed.GetValue(track) is not null || parsed.GetValue(level) is not null || parsed.GetValue(todo);
            string? named = parsed.GetValue(track) is { } name ? Track(name) : null;
            var reports = Reports().Where(report => (named is null || report.Track == named)
                && (parsed.GetValue(level) is not { } only || report.Level == only)
                && (!parsed.GetValue(todo) || report.State != State.Green)).ToArray();
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(reports, ListReports.Default.IReadOnlyListReport));
            else if (reports.Length == 0) Terminal.Tell("No kata is like that.");
            else Terminal.Show(Of(reports, whole: isNarrowed));
        });
        return command;
    }

    /// <summary>The list as kata list shows it.</summary>
    public static IRenderable All => Of(Reports(), whole: false);

    private static IEnumerable<string> Tracks => Kata.All.Select(kata => kata.TrackName).Distinct();

    private static string Track(string name) => Tracks.FirstOrDefault(track => track.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RefusedException($"'{name}' is no track; they are {string.Join(", ", Tracks)}.");

    public static int? Level(ArgumentResult result)
    {
        if (result.Tokens[0].Value is "1" or "2" or "3") return int.Parse(result.Tokens[0].Value);
        result.AddError($"--level wants 1, 2 or 3, and not '{result.Tokens[0].Value}'.");
        return null;
    }

    private static IReadOnlyList<Report> Reports() => [.. Kata.All.Select(kata =>
    {
        var progress = Progress.Of(kata);
        return new Report(kata.Name, kata.TrackName, progress.State, kata.Level, kata.Minutes, progress.Count, progress.Best?.TotalSeconds, progress.IsSolved);
    })];

    /// <param name="whole">Tracks that nobody has begun are no mere line.</param>
    private static Rows Of(IReadOnlyList<Report> reports, bool whole) => new(reports.GroupBy(report => report.Track).SelectMany(track => Of(track.Key, [.. track], whole)));

    private static IEnumerable<IRenderable> Of(string track, IReadOnlyList<Report> reports, bool whole)
    {
        int solved = reports.Count(report => report.Solved), width = solved * BarWidth / reports.Count;
        bool isBegun = reports.Any(report => report.Attempts > 0 || report.Solved);
        yield return new Markup($"[bold]{track}[/] [green]{new string('█', width)}[/][grey]{new string('░', BarWidth - width)}[/] {solved} of {reports.Count}"
            + (isBegun || whole ? "" : $"; not begun: kata list {track.ToLowerInvariant()}"));
        if (!isBegun && !whole) yield break;
        var table = PlainTable.Of("", "", "", "").HideHeaders();
        foreach (var report in reports)
            table.AddRow($"  {report.Kata}", Coloured(report.State), $"level {report.Level}{(Terminal.Width < RoomForAll ? "" : $" {report.Minutes} min")}",
                report.BestSeconds is { } best ? $"best {ProgressText.Of(TimeSpan.FromSeconds(best))}" : "");
        yield return table;
    }

    private static string Coloured(State state) => $"[{(state == State.NotWritten ? "grey" : ProgressText.Of(state))}]{ProgressText.Of(state)}[/]";
}

/// <summary>One line of the list, for people and, as JSON, for tools.</summary>
/// <param name="Solved">It was green in some attempt.</param>
internal sealed record Report(string Kata, string Track, State State, int Level, int Minutes, int Attempts, double? BestSeconds, bool Solved);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Report>))]
internal sealed partial class ListReports : JsonSerializerContext;
