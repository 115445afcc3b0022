using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>The hints of a kata, one by one.</summary>
internal static class Hint
{
    public static Key Key { get; } = new('h', "hint", watch => Tell(watch.Kata));

    public static Command Make() => Verbs.OfOne("hint", "One hint more each time, of three.", Tell);

    /// <summary>One hint more than last time; after the last one that one again.</summary>
    private static void Tell(Kata kata)
    {
        var hints = StatementText.Hints(kata);
        if (hints.Count == 0) throw new RefusedException($"{kata.Statement} has no hints.");
        int next = Math.Clamp(Progress.Of(kata).HintsSeen, 0, hints.Count - 1);
        Terminal.Tell($"{hints[next].Title} ({next + 1} of {hints.Count}): {hints[next].Text}");
        LearnerLog.Learner.Append(new HintShown(kata.Name, next + 1));
    }
}
