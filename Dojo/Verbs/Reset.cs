using System.CommandLine;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>
/// A fresh stub for the same attempt. What a learner wrote is copied, and never deleted.
/// </summary>
internal static class Reset
{
    public static Command Make()
    {
        var name = Verbs.One();
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new Command("reset", "Gives a fresh stub for the same attempt; what it replaces is kept.") { name, yes };
        command.SetAction(parsed => Replace(Kata.Named(parsed.GetRequiredValue(name)), parsed.GetValue(yes)));
        return command;
    }

    /// <exception cref="RefusedException">Nobody can be asked.</exception>
    private static void Replace(Kata kata, bool yes)
    {
        if (!yes && !Terminal.IsInteractive) throw new RefusedException($"Without a terminal nobody can be asked whether to replace {kata.Stub}; --yes does it unasked.");
        _ = Progress.Of(kata); // a log that is refused is refused before anything is replaced
        var fresh = FreshStub.Of(kata);
        if (fresh.IsInPlace) Terminal.Tell($"{kata.Stub} is a fresh stub already.");
        else if (yes || AnsiConsole.Confirm($"Replace {kata.Stub} by a fresh stub? Yours is kept.", defaultValue: false))
        {
            fresh.PutInPlace(DateTimeOffset.Now, Terminal.Tell);
            LearnerLog.Learner.Append(new StubReset(kata.Name));
            Terminal.Tell($"A fresh stub: {kata.Stub}. The attempt goes on, and so does its clock.");
        }
        else Terminal.Tell("Nothing was changed.");
    }
}
