using System.CommandLine;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>The attempts at a kata, the one that goes on last.</summary>
internal static class History
{
    public static Command Make() => Verbs.OfOne("history", "The attempts, with date, time taken, state and file.", Show);

    private static void Show(Kata kata)
    {
        var progress = Progress.Of(kata);
        if (progress.Count == 0)
        {
            Terminal.Tell($"{kata.Name} has not been attempted yet.");
            return;
        }
        var table = PlainTable.Of("", "ended", "time", "state", "file");
        int number = 0;
        foreach (var attempt in progress.Attempts)
            table.AddRow($"{++number}", $"{attempt.Ended:yyyy-MM-dd HH:mm}", Time(attempt.Time), ProgressText.Of(attempt.State), attempt.File.EscapeMarkup());
        if (progress.Started is { } started)
            table.AddRow($"{++number}", $"began {started:yyyy-MM-dd HH:mm}", Time(progress.Time), $"{ProgressText.Of(progress.State)}{(progress.GaveUp ? ", given up" : "")}", kata.Stub);
        Terminal.Show(table);
    }

    private static string Time(TimeSpan? time) => time is { } taken ? ProgressText.Of(taken) : "-";
}
