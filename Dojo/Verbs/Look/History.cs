using System.CommandLine;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>The attempts at a kata, the one that goes on last.</summary>
internal static class History
{
    public static Command Make()
    {
        var name = Verbs.One();
        var command = new Verb(Wish.Look, "history", "kata history TopK", "the attempts, with dates, time taken, state and file") { name };
        command.SetAction(parsed => Show(Verbs.Chosen(parsed.GetValue(name))));
        return command;
    }

    private static void Show(Kata kata)
    {
        var progress = Progress.Of(kata);
        foreach (var interview in progress.Interviews)
            Terminal.Tell($"interview {Date(interview.Time)}: {ProgressText.Of(interview.State)} after {Time(interview.Taken)}  {interview.File}");
        if (progress.Count == 0)
        {
            Terminal.Tell($"{kata.Name} has not been attempted yet.");
            return;
        }
        var table = PlainTable.Of("", "began", "ended", "time", "state");
        int number = 0;
        foreach (var attempt in progress.Attempts)
            table.AddRow($"{++number}", Date(attempt.Started), Date(attempt.Ended), Time(attempt.Time), ProgressText.Of(attempt.State));
        if (progress.Started is { } started)
            table.AddRow($"{++number}", Date(started), Date(started + progress.Time), Time(progress.Time), $"{ProgressText.Of(progress.State)}{(progress.GaveUp ? ", given up" : "")}");
        Terminal.Show(table);
        number = 0;
        foreach (var attempt in progress.Attempts) Terminal.Tell($"{++number}: {attempt.File}", Terminal.Dim);
        if (progress.Started is not null) Terminal.Tell($"{++number}: {kata.Stub}", Terminal.Dim);
    }

    private static string Date(DateTimeOffset? date) => date is { } then ? then.ToLocalTime().ToString("yyyy-MM-dd HH:mm") : "-";

    private static string Time(TimeSpan? time) => time is { } taken ? ProgressText.Of(taken) : "-";
}
