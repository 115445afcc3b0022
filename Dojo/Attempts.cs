using System.Globalization;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>Doing a kata once more. What a learner wrote is copied before it is replaced, and never deleted.</summary>
internal static class Attempts
{
    public static void Again(Kata kata)
    {
        byte[] fresh = FreshStub.Of(kata);
        if (IsFresh(kata, fresh) && Progress.Of(kata).Started is null)
        {
            Screen.Tell($"{kata.Stub} is a fresh stub already.");
            return;
        }
        var now = DateTimeOffset.Now;
        string? kept = Replace(kata, fresh, now);
        // Without a stub there is nothing to put aside.
        Progress.Update(kata, progress => new Progress
        {
            Attempts = kept is null ? progress.Attempts : [.. progress.Attempts, new(now, progress.State, progress.Time, kept)],
        });
        Screen.Tell($"A fresh stub: {kata.Stub}. The clock starts when it is watched or checked.");
    }

    /// <returns>The exit code.</returns>
    /// <exception cref="RefusedException">Nobody can be asked.</exception>
    public static int Reset(Kata kata, bool yes)
    {
        if (!yes && !Screen.IsInteractive) throw new RefusedException($"Without a terminal nobody can be asked whether to replace {kata.Stub}; --yes does it unasked.");
        byte[] fresh = FreshStub.Of(kata);
        if (IsFresh(kata, fresh)) Screen.Tell($"{kata.Stub} is a fresh stub already.");
        else if (yes || AnsiConsole.Confirm($"Replace {kata.Stub} by a fresh stub? Yours is kept.", defaultValue: false))
        {
            Replace(kata, fresh, DateTimeOffset.Now);
            Progress.Update(kata, progress => progress with { State = State.NotWritten, Replay = null });
            Screen.Tell($"A fresh stub: {kata.Stub}. The attempt goes on, and so does its clock.");
        }
        else Screen.Tell("Nothing was changed.");
        return 0;
    }

    public static void History(Kata kata)
    {
        var progress = Progress.Of(kata);
        if (progress.Count == 0)
        {
            Screen.Tell($"{kata.Name} has not been attempted yet.");
            return;
        }
        var table = new Table { Border = TableBorder.None };
        foreach (string column in (string[])["", "ended", "time", "state", "file"]) table.AddColumn(new TableColumn(column) { NoWrap = true });
        int number = 0;
        foreach (var attempt in progress.Attempts)
            table.AddRow($"{++number}", $"{attempt.Ended:yyyy-MM-dd HH:mm}", Time(attempt.Time), Listing.Words(attempt.State), attempt.File.EscapeMarkup());
        if (progress.Started is { } started)
            table.AddRow($"{++number}", $"began {started:yyyy-MM-dd HH:mm}", Time(progress.Time), $"{Listing.Words(progress.State)}{(progress.GaveUp ? ", given up" : "")}", kata.Stub);
        Screen.Show(table);
    }

    private static string Time(TimeSpan? time) => time is { } taken ? Listing.Clock(taken) : "-";

    private static bool IsFresh(Kata kata, byte[] fresh) => File.Exists(Kata.Full(kata.Stub)) && File.ReadAllBytes(Kata.Full(kata.Stub)).AsSpan().SequenceEqual(fresh);

    /// <summary>Puts what is there into the attempts, then the fresh stub into its place; the path of what was kept, if there was anything.</summary>
    /// <exception cref="RefusedException">Nothing could be kept, and so nothing was changed.</exception>
    private static string? Replace(Kata kata, byte[] fresh, DateTimeOffset now)
    {
        string stub = Kata.Full(kata.Stub), folder = Path.Combine(Progress.Folder, "attempts", kata.Name);
        string? kept = null;
        try
        {
            if (File.Exists(stub))
            {
                Directory.CreateDirectory(folder);
                kept = Kata.Relative(Replacement.Copy(stub, Path.Combine(folder, now.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)), ".cs"));
                Screen.Tell($"What you wrote is kept: {kept}");
            }
            Replacement.Write(stub, fresh);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{kata.Stub} cannot be put aside ({e.Message}); it was not changed.");
        }
        return kept;
    }
}
