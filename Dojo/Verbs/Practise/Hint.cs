using System.CommandLine;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>The hints of a kata, one by one.</summary>
internal static class Hint
{
    public static Key Key { get; } = new('h', "hint", watch => watch.Show(Next(watch.Kata)));

    public static Command Make()
    {
        var name = Verbs.One();
        var command = new Verb(Wish.Practise, "hint", "kata hint TopK", "one hint more each time, the smallest first") { name };
        command.SetAction(parsed => Terminal.Show(Next(Verbs.Chosen(parsed.GetValue(name)))));
        return command;
    }

    /// <summary>One hint more than last time; after the last one the first again.</summary>
    /// <exception cref="RefusedException">There are no hints.</exception>
    public static IRenderable Next(Kata kata)
    {
        var hints = KataHints.Of(kata).Hints;
        if (hints.Count == 0) throw new RefusedException($"{kata.Hints} has no hints.");
        int next = Progress.Of(kata).LastHint % hints.Count;
        LearnerLog.Learner.Append(new HintShown(kata.Name, next + 1));
        return StatementText.Folded($"{hints[next].Title} ({next + 1} of {hints.Count}{(next + 1 == hints.Count ? ", the last" : "")})", hints[next].Text);
    }
}
