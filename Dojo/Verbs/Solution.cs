using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>The reference answer, once it can do no harm.</summary>
internal static class Solution
{
    public static Key Key { get; } = new('s', "solution", watch => Press(watch.Kata, watch.IsRepeated));

    public static Command Make()
    {
        var name = Verbs.One();
        var giveUp = new Option<bool>("--give-up") { Description = "Show it although the kata is not green; this is recorded." };
        var command = new Command("solution", "Shows the reference answer, once yours is green.") { name, giveUp };
        command.SetAction(parsed => Show(Kata.Named(parsed.GetRequiredValue(name)), parsed.GetValue(giveUp)));
        return command;
    }

    /// <param name="isRepeated">The key was pressed twice: who insists gives up.</param>
    private static void Press(Kata kata, bool isRepeated)
    {
        if (isRepeated || Progress.Of(kata).MayBeTold) Show(kata, giveUp: isRepeated);
        else Terminal.Tell($" {kata.Name} is not green yet; s once more gives up and shows the solution", Terminal.Dim);
    }

    /// <exception cref="RefusedException">Neither green nor given up.</exception>
    private static void Show(Kata kata, bool giveUp)
    {
        string answer = kata.ReadAnswer(); // before a log tells that it was shown
        if (!giveUp) MustBeDone(kata);
        else if (!Progress.Of(kata).MayBeTold) LearnerLog.Learner.Append(new GivenUp(kata.Name));
        Terminal.Tell(kata.Answer, Terminal.Dim);
        Terminal.Tell(answer);
    }

    /// <exception cref="RefusedException">Neither green nor given up.</exception>
    public static void MustBeDone(Kata kata)
    {
        if (!Progress.Of(kata).MayBeTold)
            throw new RefusedException($"{kata.Name} is not green yet; kata solution {kata.Name} --give-up shows the solution all the same, and is recorded.");
    }
}
