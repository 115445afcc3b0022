using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>What a learner may look at besides the verdict: hints one by one, the solution once it can do no harm.</summary>
internal static class Help
{
    /// <summary>Where two files stand side by side: room for lines of half of it.</summary>
    private const int WideEnough = 130;

    /// <summary>One hint more than last time; after the last one that one again.</summary>
    public static void Hint(Kata kata)
    {
        var hints = Statement.Hints(kata);
        if (hints.Count == 0) throw new RefusedException($"{kata.Statement} has no hints.");
        int next = Math.Clamp(Progress.Of(kata).HintsSeen, 0, hints.Count - 1);
        Screen.Tell($"{hints[next].Title} ({next + 1} of {hints.Count}): {hints[next].Text}");
        Progress.Update(kata, progress => progress with { HintsSeen = Math.Max(progress.HintsSeen, next + 1) });
    }

    /// <exception cref="RefusedException">Neither green nor given up.</exception>
    public static void Solution(Kata kata, bool giveUp)
    {
        if (!giveUp) MustBeDone(kata);
        else if (!Progress.Of(kata).MayBeTold) Progress.Update(kata, progress => progress with { GaveUp = true });
        Screen.Tell(kata.Answer, Screen.Dim);
        Screen.Tell(Read(kata.Answer));
    }

    /// <summary>Both files, side by side where there is room.</summary>
    /// <exception cref="RefusedException">Neither green nor given up.</exception>
    public static void Diff(Kata kata)
    {
        MustBeDone(kata);
        if (!Screen.IsInteractive || Screen.Width < WideEnough)
        {
            foreach (string path in (string[])[kata.Stub, kata.Answer])
            {
                Screen.Tell(path, Screen.Dim);
                Screen.Tell(Read(path));
            }
            return;
        }
        var table = new Table { Border = TableBorder.None, Expand = true };
        foreach (string path in (string[])[kata.Stub, kata.Answer]) table.AddColumn(new TableColumn(new Text(path, Screen.Dim)) { Width = Screen.Width / 2 - 2 });
        table.AddRow(new Text(Read(kata.Stub)), new Text(Read(kata.Answer)));
        Screen.Show(table);
    }

    /// <exception cref="RefusedException">Neither green nor given up.</exception>
    private static void MustBeDone(Kata kata)
    {
        if (!Progress.Of(kata).MayBeTold)
            throw new RefusedException($"{kata.Name} is not green yet; kata solution {kata.Name} --give-up shows the solution all the same, and is recorded.");
    }

    /// <exception cref="RefusedException">The file is not there.</exception>
    private static string Read(string path)
    {
        try { return File.ReadAllText(Kata.Full(path)).ReplaceLineEndings("\n").TrimEnd('\n'); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new RefusedException($"{path} cannot be read: {e.Message}"); }
    }
}
