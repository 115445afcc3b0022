using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>What a learner may look at besides the verdict: hints one by one, the solution once it can do no harm.</summary>
internal static partial class Help
{
    /// <summary>One hint more than last time.</summary>
    public static void Hint(Kata kata, Action<string> tell)
    {
        var progress = Progress.Of(kata, tell);
        var hints = HintPattern().Matches(File.ReadAllText(Kata.Full(kata.Statement)));
        int next = Math.Min(progress.HintsSeen, hints.Count - 1);
        tell($"{hints[next].Groups[1].Value} ({next + 1} of {hints.Count}): {Statement.Inline(hints[next].Groups[2].Value)}");
        (progress with { HintsSeen = next + 1 }).Save(kata);
    }

    /// <summary>The solution is shown to who is through or has given up.</summary>
    public static bool MayBeTold(Kata kata) => Progress.Of(kata, Screen.Tell) is { GaveUp: true } or { State: State.Green } or { Time: not null };

    /// <exception cref="RefusedException">Neither green nor given up.</exception>
    public static void Solution(Kata kata, bool giveUp)
    {
        if (!MayBeTold(kata))
        {
            if (!giveUp) throw new RefusedException($"{kata.Name} is not green yet; --give-up shows the solution all the same, and is recorded.");
            (Progress.Of(kata, Screen.Tell) with { GaveUp = true }).Save(kata);
        }
        Screen.Tell(kata.Answer, Screen.Dim);
        Screen.Tell(File.ReadAllText(Kata.Full(kata.Answer)));
    }

    [GeneratedRegex("<details><summary>(.*?)</summary>(.*?)</details>", RegexOptions.Singleline)]
    private static partial Regex HintPattern();
}
